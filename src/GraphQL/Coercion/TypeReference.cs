using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Types;

namespace OwnedData.GraphQL.Coercion;

/// <summary>Type references of a request, such as `[Int!]`, to the types of the schema.</summary>
internal static class TypeReference
{
    /// <summary>Null when the schema has no type of that name.</summary>
    public static GraphQLType? Resolve(GraphQLSchema schema, TypeNode node) => node switch
    {
        ListTypeNode list => Resolve(schema, list.Type) is { } type ? new ListType(type) : null,
        NonNullTypeNode nonNull => Resolve(schema, nonNull.Type) is { } type ? new NonNullType(type) : null,
        _ => schema.TryGetType(((NamedTypeNode)node).Name.Value, out var named) ? named : null,
    };
}
