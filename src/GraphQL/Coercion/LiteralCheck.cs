using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Types;

namespace OwnedData.GraphQL.Coercion;

/// <summary>
/// Says in words what is wrong with a literal, §5.6.1: of a request in validation, of a schema in its default values.
/// Variables in it are left alone. What passes here, <see cref="LiteralCoercion"/> takes.
/// </summary>
/// <param name="report">Gets each problem with the node it lies at.</param>
/// <param name="suggestNames">Whether messages may name what exists.</param>
internal sealed class LiteralCheck(Action<string, SyntaxNode> report, bool suggestNames)
{
    public void Check(ValueNode value, GraphQLType type)
    {
        switch (value)
        {
            case VariableNode:
                break;
            case NullValueNode:
                if (type is NonNullType)
                {
                    report($"Expected value of type \"{type}\", found null.", value);
                }

                break;
            case ListValueNode list when type.NullableType is ListType listType:
                foreach (var item in list.Values)
                {
                    Check(item, listType.OfType);
                }

                break;
            case ObjectValueNode literal when type.InnermostType is InputObjectType inputType:
                CheckFields(literal, inputType);
                break;
            default:
                CheckLeaf(value, type);
                break;
        }
    }

    private void CheckFields(ObjectValueNode literal, InputObjectType type)
    {
        var given = literal.Fields.Select(field => field.Name.Value).ToHashSet();
        foreach (var field in type.Fields)
        {
            if (field.IsRequired && !given.Contains(field.Name))
            {
                report($"Field \"{type.Name}.{field.Name}\" of required type \"{field.Type}\" was not provided.", literal);
            }
        }

        if (type.IsOneOf)
        {
            CheckOneOf(literal, given.Count, type);
        }

        foreach (var field in literal.Fields)
        {
            if (type.TryGetField(field.Name.Value, out var definition))
            {
                Check(field.Value, definition.Type);
            }
            else
            {
                var hint = suggestNames ? Suggestions.DidYouMean(field.Name.Value, type.Fields.Select(known => known.Name)) : "";
                report($"Field \"{field.Name.Value}\" is not defined by type \"{type.Name}\".{hint}", field);
            }
        }
    }

    /// <summary>A name given twice is another rule's mistake.</summary>
    private void CheckOneOf(ObjectValueNode literal, int givenNames, InputObjectType type)
    {
        if (givenNames != 1)
        {
            report($"OneOf Input Object \"{type.Name}\" must specify exactly one key.", literal);
        }
        else if (literal.Fields[^1].Value is NullValueNode)
        {
            report($"Field \"{type.Name}.{literal.Fields[^1].Name.Value}\" must be non-null.", literal);
        }
    }

    private void CheckLeaf(ValueNode value, GraphQLType type)
    {
        switch (type.InnermostType)
        {
            case ScalarType scalar when scalar.Coercion.CoerceLiteral(value, null).Problem is { } problem:
                report(problem, value);
                break;
            case EnumType enumType when value is not EnumValueNode:
                var text = InputText.Of(value);
                report($"Enum \"{enumType.Name}\" cannot represent non-enum value: {text}.{HintOf(enumType, text)}", value);
                break;
            case EnumType enumType when value is EnumValueNode name && !enumType.TryGetValue(name.Name, out _):
                report($"Value \"{name.Name}\" does not exist in \"{enumType.Name}\" enum.{HintOf(enumType, name.Name)}", value);
                break;
            case InputObjectType:
                var expected = value is ListValueNode ? type.NullableType : type;
                report($"Expected value of type \"{expected}\", found {InputText.Of(value)}.", value);
                break;
        }
    }

    private string HintOf(EnumType type, string input) =>
        suggestNames ? Suggestions.DidYouMean(input, type.Values.Select(value => value.Name), "the enum value") : "";
}
