using System.Collections.Immutable;
using OwnedData.GraphQL.Language;

namespace OwnedData.Schema.Model.Loading;

/// <summary>An argument that a model directive takes; its values are the names that an enum allows, and empty for other kinds.</summary>
internal sealed record ArgumentShape(string Name, ArgumentKind Kind, bool IsRequired, ImmutableArray<string> Values)
{
    public static ArgumentShape Optional(string name, ArgumentKind kind, params ImmutableArray<string> values) => new(name, kind, false, values);

    public static ArgumentShape Required(string name, ArgumentKind kind) => new(name, kind, true, []);

    /// <summary>What to write: the end of a remedy.</summary>
    public string Expectation => Kind switch
    {
        ArgumentKind.Text => "a string",
        ArgumentKind.TextList => "a list of strings",
        ArgumentKind.Boolean => "`true` or `false`",
        ArgumentKind.Integer => "an integer",
        ArgumentKind.Number => "a number",
        ArgumentKind.Enum => $"one of {string.Join(", ", Values)}",
        ArgumentKind.EnumList => $"a list of {string.Join(", ", Values)}",
        ArgumentKind.Object => "a condition in braces, such as `{ title: { eq: \"x\" } }`",
        _ => "a literal",
    };

    public bool Accepts(ValueNode value) => Kind switch
    {
        ArgumentKind.Text => value is StringValueNode,
        ArgumentKind.TextList => value is ListValueNode { Values: var texts } && texts.All(text => text is StringValueNode),
        ArgumentKind.Boolean => value is BooleanValueNode,
        ArgumentKind.Integer => value is IntValueNode integer && int.TryParse(integer.Text, out _),
        ArgumentKind.Number => value is IntValueNode or FloatValueNode,
        ArgumentKind.Enum => IsAllowedName(value),
        ArgumentKind.EnumList => value is ListValueNode { Values: var names } && names.All(IsAllowedName),
        ArgumentKind.Object => value is ObjectValueNode,
        _ => value is not VariableNode,
    };

    private bool IsAllowedName(ValueNode value) => value is EnumValueNode { Name: var name } && Values.Contains(name);
}
