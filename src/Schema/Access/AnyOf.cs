using System.Collections.Immutable;

namespace OwnedData.Schema.Access;

/// <summary>`or`. Never empty.</summary>
public sealed record AnyOf(ImmutableArray<Condition> Conditions) : Condition;
