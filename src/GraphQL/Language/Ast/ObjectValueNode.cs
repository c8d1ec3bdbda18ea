using System.Collections.Immutable;

namespace OwnedData.GraphQL.Language;

/// <summary>An input object literal, §2.10.8.</summary>
public sealed record ObjectValueNode(Location Location, ImmutableArray<ObjectFieldNode> Fields) : ValueNode(Location);
