namespace OwnedData.Mongo.Native.Tests;

/// <summary>A test that needs a MongoDB server.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ServerFactAttribute : FactAttribute
{
    public ServerFactAttribute() => Skip = TestMongoDB.ReasonToLeaveOut;
}
