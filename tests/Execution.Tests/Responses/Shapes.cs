using System.Collections.Immutable;
using OwnedData.Execution.Responses;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Tests.Responses;

/// <summary>Output plans in few words: <c>Shapes.Parse("[String!]")</c>.</summary>
internal static class Shapes
{
    public static readonly EnumDefinition NoteStatus = new("NoteStatus", null, [new EnumMember("DRAFT", null), new EnumMember("FINAL", null)]);

    public static FieldShape Parse(string type)
    {
        var isNullable = !type.EndsWith('!');
        var name = isNullable ? type : type[..^1];
        if (name.StartsWith('['))
        {
            return new ListShape(Parse(name[1..^1]), isNullable);
        }

        return name switch
        {
            "NoteStatus" => new EnumShape(NoteStatus, isNullable),
            "Place" => new ObjectShape(Object("Place", ("city", "String!"), ("country", "String")), isNullable),
            _ => new ScalarShape(Enum.Parse<ScalarKind>(name), isNullable),
        };
    }

    public static ShapeField Field(string name, string type) => new(name, name, ConditionSet.Always, Parse(type));

    public static DocumentShape Object(string typeName, params (string Name, string Type)[] fields) =>
        new(typeName, [.. fields.Select(field => Field(field.Name, field.Type))]);

    public static DocumentShape Note(params ShapeField[] fields) => new("Note", ImmutableArray.Create(fields));
}
