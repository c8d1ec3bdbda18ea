using System.Collections.Immutable;
using OwnedData.Schema.Access;

namespace OwnedData.Execution.Access.Explain;

/// <summary>One rule of an operation, judged for one viewer.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Origin">Where it was written.</param>
/// <param name="Standing">What it comes to.</param>
/// <param name="Reasons">What the viewer lacks: a role, a claim; also where only a part of the rule is out of reach.</param>
/// <param name="Holds">Whether it holds on the document; for a gate, whether the viewer passes. Null when no document was given.</param>
/// <param name="Alternatives">The members of an allow rule's `or`, as the model has them, and whether each holds; empty for other rules.</param>
public sealed record RuleVerdict(
    RuleKind Kind,
    RuleOrigin Origin,
    RuleStanding Standing,
    ImmutableArray<string> Reasons,
    bool? Holds,
    ImmutableArray<KeyValuePair<string, bool?>> Alternatives);
