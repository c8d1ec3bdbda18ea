using System.Collections.Immutable;
using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Types;

/// <summary>An object type, §3.6.</summary>
public sealed class ObjectType : ComplexType
{
    internal ObjectType(string name, string? description, ImmutableArray<DirectiveNode> appliedDirectives)
        : base(name, description, appliedDirectives)
    {
    }
}
