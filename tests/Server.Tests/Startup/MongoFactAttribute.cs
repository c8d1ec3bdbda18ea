namespace OwnedData.Server.Tests.Startup;

/// <summary>A test that needs a MongoDB server.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MongoFactAttribute : FactAttribute
{
    public MongoFactAttribute() => Skip = TestStore.Uri is null ? $"{TestStore.Variable} names no MongoDB server" : null;
}
