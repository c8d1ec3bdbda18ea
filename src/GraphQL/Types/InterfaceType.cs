using System.Collections.Immutable;
using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Types;

/// <summary>An interface type, §3.7.</summary>
public sealed class InterfaceType : ComplexType
{
    internal InterfaceType(string name, string? description, ImmutableArray<DirectiveNode> appliedDirectives)
        : base(name, description, appliedDirectives)
    {
    }

    /// <summary>The object types that implement it, in the schema's order: <see cref="GraphQLSchema.GetPossibleTypes"/>.</summary>
    internal ImmutableArray<ObjectType> PossibleTypes { get; private set; } = [];

    /// <summary>Called once, by the schema's constructor.</summary>
    internal void Complete(ImmutableArray<ObjectType> possibleTypes) => PossibleTypes = possibleTypes;
}
