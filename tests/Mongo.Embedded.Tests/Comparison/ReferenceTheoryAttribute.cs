namespace OwnedData.Mongo.Embedded.Tests.Comparison;

/// <summary>Cases that the embedded store and another server both get.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReferenceTheoryAttribute : TheoryAttribute
{
    public ReferenceTheoryAttribute() => Skip = ReferenceServer.ReasonToLeaveOut;
}
