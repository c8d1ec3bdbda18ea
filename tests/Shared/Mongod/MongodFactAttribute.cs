namespace OwnedData.Mongo.Tests;

/// <summary>A test that starts MongoDB servers of its own.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MongodFactAttribute : FactAttribute
{
    public MongodFactAttribute() => Skip = Mongod.ReasonToLeaveOut;
}
