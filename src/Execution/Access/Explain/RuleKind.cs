namespace OwnedData.Execution.Access.Explain;

/// <summary>What a line of the model does for an operation.</summary>
public enum RuleKind
{
    /// <summary>`@authorize`: about the viewer alone.</summary>
    Gate,

    /// <summary>`@allow`, `@owned` or `@public`: one way in.</summary>
    Allow,

    /// <summary>`@restrict`: must hold as well.</summary>
    Restrict,
}
