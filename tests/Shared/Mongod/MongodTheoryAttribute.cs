namespace OwnedData.Mongo.Tests;

/// <summary>As <see cref="MongodFactAttribute"/>, for several cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MongodTheoryAttribute : TheoryAttribute
{
    public MongodTheoryAttribute() => Skip = Mongod.ReasonToLeaveOut;
}
