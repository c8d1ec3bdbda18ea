using System.Collections.Immutable;
using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Types.Scalars;

namespace OwnedData.GraphQL.Types;

/// <summary>
/// A schema as text: what `?sdl` serves and code generators read. The same schema always prints the same, and the text builds the same schema.
/// `schema { … }` if its root types are not the default ones, then the types and the directives in their order; nothing that the
/// specification gives to every schema.
/// </summary>
public static class SchemaPrinter
{
    public static string Print(GraphQLSchema schema)
    {
        var definitions = ImmutableArray.CreateBuilder<DefinitionNode>();
        if (!HasDefaultDefinition(schema))
        {
            definitions.Add(DefinitionOf(schema));
        }

        foreach (var type in schema.Types)
        {
            if (!type.IsIntrospectionType && !KnownScalars.IsSpecified(type.Name))
            {
                definitions.Add(DefinitionOf(type));
            }
        }

        foreach (var directive in schema.Directives)
        {
            if (!directive.IsBuiltIn)
            {
                definitions.Add(DefinitionOf(directive));
            }
        }

        return Printer.Print(new DocumentNode(default, definitions.ToImmutable()));
    }

    /// <summary>Whether leaving `schema { … }` out says the same, §3.3.1.</summary>
    private static bool HasDefaultDefinition(GraphQLSchema schema) =>
        schema.Description is null
        && schema.AppliedDirectives.IsEmpty
        && Enum.GetValues<OperationKind>().All(operation =>
            schema.GetRootType(operation) == (schema.TryGetType(operation.ToString(), out var type) ? type : null));

    private static SchemaDefinitionNode DefinitionOf(GraphQLSchema schema) => new(
        default,
        Describe(schema.Description),
        schema.AppliedDirectives,
        [
            .. from operation in Enum.GetValues<OperationKind>()
               let type = schema.GetRootType(operation)
               where type is not null
               select new OperationTypeDefinitionNode(default, operation, new NamedTypeNode(default, Name(type.Name))),
        ]);

    private static TypeDefinitionNode DefinitionOf(NamedType type)
    {
        var (description, name, directives) = (Describe(type.Description), Name(type.Name), type.AppliedDirectives);
        return type switch
        {
            ObjectType node => new ObjectTypeDefinitionNode(default, description, name, directives, NamesOf(node.Interfaces), FieldsOf(node)),
            InterfaceType node => new InterfaceTypeDefinitionNode(default, description, name, directives, NamesOf(node.Interfaces), FieldsOf(node)),
            UnionType node => new UnionTypeDefinitionNode(default, description, name, directives, NamesOf(node.Types)),
            EnumType node => new EnumTypeDefinitionNode(default, description, name, directives, [.. node.Values.Select(DefinitionOf)]),
            InputObjectType node => new InputObjectTypeDefinitionNode(default, description, name, directives, [.. node.Fields.Select(DefinitionOf)]),
            _ => new ScalarTypeDefinitionNode(default, description, name, directives),
        };
    }

    private static ImmutableArray<FieldDefinitionNode> FieldsOf(ComplexType type) =>
    [
        .. type.Fields.Select(field => new FieldDefinitionNode(
            default,
            Describe(field.Description),
            Name(field.Name),
            [.. field.Arguments.Select(DefinitionOf)],
            ReferenceTo(field.Type),
            field.AppliedDirectives)),
    ];

    private static InputValueDefinitionNode DefinitionOf(InputValueDefinition value) =>
        new(default, Describe(value.Description), Name(value.Name), ReferenceTo(value.Type), value.DefaultValue, value.AppliedDirectives);

    private static EnumValueDefinitionNode DefinitionOf(EnumValue value) =>
        new(default, Describe(value.Description), Name(value.Name), value.AppliedDirectives);

    private static DirectiveDefinitionNode DefinitionOf(DirectiveDefinition directive) => new(
        default,
        Describe(directive.Description),
        Name(directive.Name),
        [.. directive.Arguments.Select(DefinitionOf)],
        directive.IsRepeatable,
        [.. directive.Locations.Select(Name)]);

    private static ImmutableArray<NamedTypeNode> NamesOf(IEnumerable<NamedType> types) =>
        [.. types.Select(type => new NamedTypeNode(default, Name(type.Name)))];

    private static TypeNode ReferenceTo(GraphQLType type) => type switch
    {
        ListType list => new ListTypeNode(default, ReferenceTo(list.OfType)),
        NonNullType nonNull => new NonNullTypeNode(default, ReferenceTo(nonNull.OfType)),
        _ => new NamedTypeNode(default, Name(type.InnermostType.Name)),
    };

    /// <summary>A description of one line is a plain string, as Hot Chocolate prints it.</summary>
    private static StringValueNode? Describe(string? description) =>
        description is null ? null : new StringValueNode(default, description, IsBlock: description.Contains('\n', StringComparison.Ordinal));

    private static NameNode Name(string name) => new(default, name);
}
