namespace OwnedData.Mongo.Embedded.Tests.Comparison;

/// <summary>Cases that the embedded store and another server both get.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReferenceTheoryAttribute : TheoryAttribute
{
    /// <param name="since">The first major version of the server that knows what the cases are of.</param>
    public ReferenceTheoryAttribute(int since = 3) => Skip = ReferenceServer.ReasonToLeaveOut ?? (ReferenceServer.MajorVersion < since ? $"the server is older than MongoDB {since}" : null);
}
