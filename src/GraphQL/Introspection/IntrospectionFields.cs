using OwnedData.GraphQL.Types;

namespace OwnedData.GraphQL.Introspection;

/// <summary>
/// The meta-fields of §4.1 and §4.2, which no type declares; <see cref="GraphQLSchema.TryGetField"/> finds them beside the declared ones.
/// </summary>
public static class IntrospectionFields
{
    /// <summary>On every composite type.</summary>
    public const string TypeName = "__typename";

    /// <summary>On the query root type.</summary>
    public const string Schema = "__schema";

    /// <summary>On the query root type.</summary>
    public const string Type = "__type";

    internal static FieldDefinition CreateTypeName(NamedType stringType) =>
        new(TypeName, "The name of the current Object type at runtime.", [], new NonNullType(stringType), []);

    internal static FieldDefinition CreateSchema(NamedType schemaType) =>
        new(Schema, "Access the current type schema of this server.", [], new NonNullType(schemaType), []);

    internal static FieldDefinition CreateType(NamedType typeType, NamedType stringType) =>
        new(Type, "Request the type information of a single type.", [new("name", null, new NonNullType(stringType), null, [])], typeType, []);
}
