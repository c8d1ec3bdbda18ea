using System.Collections.Immutable;
using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Types;

/// <summary>A union type, §3.8.</summary>
public sealed class UnionType : NamedType
{
    internal UnionType(string name, string? description, ImmutableArray<DirectiveNode> appliedDirectives)
        : base(name, description, appliedDirectives)
    {
    }

    /// <summary>The member types in the order of declaration.</summary>
    public ImmutableArray<ObjectType> Types { get; private set; } = [];

    /// <summary>Called once, by the builder.</summary>
    internal void Complete(ImmutableArray<ObjectType> types) => Types = types;
}
