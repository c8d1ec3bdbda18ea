using System.Collections.Immutable;

namespace OwnedData.Schema.Access;

/// <summary>One `@authorize`: a condition on the viewer alone, decided before any command is sent.</summary>
/// <param name="Policy">A scope or permission the viewer must hold; null for none.</param>
/// <param name="Roles">The viewer must hold one of them; empty for none.</param>
/// <param name="On">The operations it guards.</param>
/// <param name="Origin">Where it was written.</param>
public sealed record Gate(string? Policy, ImmutableArray<string> Roles, ImmutableArray<AccessOperation> On, RuleOrigin Origin);
