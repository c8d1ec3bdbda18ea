using System.Globalization;
using OwnedData.Mongo.Native.Interop;

namespace OwnedData.Mongo.Native.Tests;

/// <summary>A test that runs for as many minutes as the environment says.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SoakFactAttribute : FactAttribute
{
    private const string Variable = "OWNEDDATA_SOAK_MINUTES";

    public SoakFactAttribute() => Skip = Minutes == 0 ? $"{Variable} says for how long" : DriverLibrary.IsPresent ? null : "libmongoc is not installed";

    public static int Minutes { get; } = int.TryParse(Environment.GetEnvironmentVariable(Variable), CultureInfo.InvariantCulture, out var minutes) ? minutes : 0;
}
