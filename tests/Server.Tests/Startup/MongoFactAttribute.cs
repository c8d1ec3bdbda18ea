namespace OwnedData.Server.Tests.Startup;

/// <summary>A test that needs a MongoDB server.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MongoFactAttribute : FactAttribute
{
    private const string Variable = "OWNEDDATA_TEST_MONGODB_URI";

    public MongoFactAttribute() => Skip = Uri is null ? $"{Variable} names no MongoDB server" : null;

    public static string? Uri { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } uri ? uri : null;
}
