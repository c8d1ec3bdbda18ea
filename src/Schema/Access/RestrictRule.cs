using System.Collections.Immutable;

namespace OwnedData.Schema.Access;

/// <summary>`@restrict`: must hold as well, whatever let the viewer in.</summary>
/// <param name="On">The operations it narrows.</param>
/// <param name="Where">About the document.</param>
/// <param name="Message">What a viewer is told whom it stops; null for the standard text.</param>
/// <param name="Origin">Where it was written.</param>
public sealed record RestrictRule(ImmutableArray<AccessOperation> On, Condition Where, string? Message, RuleOrigin Origin);
