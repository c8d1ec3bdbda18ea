using System.Collections.Immutable;
using OwnedData.GraphQL.Language;

namespace OwnedData.Schema.Model.Loading;

/// <summary>A directive as written on a type or field. Its arguments fit their shapes; those that didn't are reported and left out.</summary>
internal sealed class AppliedDirective(DirectiveNode node, Dictionary<string, ValueNode> arguments)
{
    public DirectiveNode Node { get; } = node;

    public ValueNode? Value(string name) => arguments.GetValueOrDefault(name);

    /// <summary>Where to point for an argument: at its value, else at the directive.</summary>
    public SyntaxNode At(string name) => Value(name) ?? (SyntaxNode)Node;

    public string? Text(string name) => (Value(name) as StringValueNode)?.Value;

    public int? Integer(string name) => Value(name) is IntValueNode node ? int.Parse(node.Text) : null;

    public bool Flag(string name) => Value(name) is BooleanValueNode { Value: true };

    public string? EnumName(string name) => (Value(name) as EnumValueNode)?.Name;

    /// <summary>A number as written.</summary>
    public string? Number(string name) => Value(name) switch
    {
        IntValueNode integer => integer.Text,
        FloatValueNode number => number.Text,
        _ => null,
    };

    public ImmutableArray<StringValueNode> Texts(string name) =>
        Value(name) is ListValueNode { Values: var values } ? [.. values.Cast<StringValueNode>()] : [];

    public ImmutableArray<EnumValueNode> EnumNames(string name) =>
        Value(name) is ListValueNode { Values: var values } ? [.. values.Cast<EnumValueNode>()] : [];
}
