namespace OwnedData.Schema.Access;

/// <summary>A value of the viewer in a rule: the subject, or a claim by its literal name.</summary>
/// <param name="Claim">The claim's name, a literal key; null for `$sub`.</param>
public sealed record ViewerValue(string? Claim)
{
    /// <summary>`$sub`.</summary>
    public static ViewerValue Subject { get; } = new((string?)null);
}
