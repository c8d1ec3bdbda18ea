using System.Collections.Immutable;

namespace OwnedData.Schema.Access;

/// <summary>The access rules of a stored type, as data. A type without an owner rule is refused by the model's check.</summary>
/// <param name="Gates">All must pass.</param>
/// <param name="Owner">The allow rule of `@owned`.</param>
public sealed record TypeAccess(ImmutableArray<Gate> Gates, OwnerRule Owner);
