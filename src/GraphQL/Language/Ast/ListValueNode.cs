using System.Collections.Immutable;

namespace OwnedData.GraphQL.Language;

/// <summary>A list literal, §2.10.7.</summary>
public sealed record ListValueNode(Location Location, ImmutableArray<ValueNode> Values) : ValueNode(Location);
