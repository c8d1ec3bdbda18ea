using OwnedData.Mongo.Native.Interop;

namespace OwnedData.Mongo.Native.Tests;

/// <summary>A test that needs the driver, and no server.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DriverFactAttribute : FactAttribute
{
    public DriverFactAttribute() => Skip = DriverLibrary.IsPresent ? null : "libmongoc is not installed";
}
