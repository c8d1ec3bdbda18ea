namespace OwnedData.Execution.Access.Explain;

/// <summary>What a rule comes to for one viewer, before any document is seen.</summary>
public enum RuleStanding
{
    /// <summary>Not for this viewer, whatever the document: <see cref="RuleVerdict.Reasons"/> say why.</summary>
    Never,

    /// <summary>It is up to the document: the rule is part of the predicate.</summary>
    Applies,

    /// <summary>It holds for every document.</summary>
    Always,
}
