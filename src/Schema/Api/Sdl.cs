using System.Collections.Immutable;
using OwnedData.GraphQL.Language;

namespace OwnedData.Schema.Api;

/// <summary>Makes nodes of the published schema. They have no place in a text.</summary>
internal static class Sdl
{
    public static NameNode Name(string name) => new(default, name);

    public static StringValueNode? Description(string? text) => text is null ? null : new StringValueNode(default, text, IsBlock: false);

    /// <summary>A type reference as SDL writes it: `[Note!]!`. The texts are this project's own.</summary>
    public static TypeNode Type(string text) => text switch
    {
        [.. var inner, '!'] => new NonNullTypeNode(default, Type(inner)),
        ['[', .. var inner, ']'] => new ListTypeNode(default, Type(inner)),
        _ => new NamedTypeNode(default, Name(text)),
    };

    public static FieldDefinitionNode Field(
        string name,
        string type,
        string? description = null,
        params ImmutableArray<InputValueDefinitionNode> arguments) =>
        new(default, Description(description), Name(name), arguments, Type(type), []);

    public static InputValueDefinitionNode Input(string name, string type, string? description = null, ValueNode? defaultValue = null) =>
        new(default, Description(description), Name(name), Type(type), defaultValue, []);

    public static ObjectTypeDefinitionNode Object(
        string name,
        string? description,
        IEnumerable<FieldDefinitionNode> fields,
        params ImmutableArray<string> interfaces) =>
        new(default, Description(description), Name(name), [], [.. interfaces.Select(Reference)], [.. fields]);

    public static InterfaceTypeDefinitionNode Interface(string name, string? description, params ImmutableArray<FieldDefinitionNode> fields) =>
        new(default, Description(description), Name(name), [], [], fields);

    public static InputObjectTypeDefinitionNode InputObject(string name, string? description, IEnumerable<InputValueDefinitionNode> fields) =>
        new(default, Description(description), Name(name), [], [.. fields]);

    public static UnionTypeDefinitionNode Union(string name, string? description, IEnumerable<string> types) =>
        new(default, Description(description), Name(name), [], [.. types.Select(Reference)]);

    public static EnumTypeDefinitionNode Enum(string name, string? description, IEnumerable<(string Name, string? Description)> values) =>
        new(default, Description(description), Name(name), [], [.. values.Select(value => EnumValue(value.Name, value.Description))]);

    public static ArgumentNode Argument(string name, ValueNode value) => new(default, Name(name), value);

    public static StringValueNode Text(string text) => new(default, text, IsBlock: false);

    private static EnumValueDefinitionNode EnumValue(string name, string? description) => new(default, Description(description), Name(name), []);

    private static NamedTypeNode Reference(string type) => new(default, Name(type));
}
