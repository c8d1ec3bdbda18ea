using System.Collections.Immutable;

namespace OwnedData.Schema.Access;

/// <summary>`and`, and what stands side by side. Never empty.</summary>
public sealed record AllOf(ImmutableArray<Condition> Conditions) : Condition;
