namespace OwnedData.Schema.Access;

/// <summary>A value of the viewer in a rule, bound per request.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="Name">The claim's or grant's name, a literal key and never a path; empty for the others.</param>
public sealed record ViewerValue(ViewerSource Source, string Name)
{
    /// <summary>`$sub`.</summary>
    public static ViewerValue Subject { get; } = new(ViewerSource.Subject, "");

    /// <summary>`$now`.</summary>
    public static ViewerValue Now { get; } = new(ViewerSource.Now, "");

    /// <summary>As a model writes it.</summary>
    public override string ToString() => Source switch
    {
        ViewerSource.Subject => "$sub",
        ViewerSource.Now => "$now",
        ViewerSource.Claim => "$claim:" + Name,
        _ => "$grant:" + Name,
    };
}
