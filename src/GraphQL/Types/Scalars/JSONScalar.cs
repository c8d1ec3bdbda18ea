using System.Globalization;
using System.Text.Json;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Types.Scalars;

/// <summary>
/// `JSON` → a tree of <see cref="InputObject"/>, <see cref="IReadOnlyList{T}"/>, string, bool, null and numbers: <see cref="long"/> for
/// an integer that fits, else <see cref="double"/>. A variable in it has the value of its own type. At most 64 deep, variables included.
/// </summary>
internal sealed class JSONScalar : ScalarCoercion
{
    private const int MaxDepth = 64;

    public override string Name => "JSON";

    public override string? Description => null;

    public override CoercedScalar CoerceLiteral(ValueNode literal, VariableValues? variables) =>
        TryConvert(literal, variables, MaxDepth, out var value) ? CoercedScalar.Of(value) : Refuse(InputText.Of(literal));

    public override CoercedScalar CoerceJson(JsonElement json) =>
        TryConvert(json, MaxDepth, out var value) ? CoercedScalar.Of(value) : Refuse(InputText.Of(json));

    private CoercedScalar Refuse(string input) =>
        CoercedScalar.Refused($"{Name} cannot represent value: {input}; expected Unicode text, finite numbers and at most {MaxDepth} levels");

    private static bool TryConvert(ValueNode literal, VariableValues? variables, int depth, out object? value)
    {
        value = null;
        switch (literal)
        {
            case VariableNode variable:
                return variables is null || !variables.TryGetValue(variable.Name.Value, out value) || FitsDepth(value, depth);
            case NullValueNode:
                return true;
            case BooleanValueNode boolean:
                value = boolean.Value;
                return true;
            case StringValueNode text:
                value = text.Value;
                return true;
            case EnumValueNode name:
                value = name.Name;
                return true;
            case IntValueNode number:
                return TryConvertNumber(number.Text, out value);
            case FloatValueNode number:
                return TryConvertNumber(number.Text, out value);
            case ListValueNode list:
                return TryConvertList(list, variables, depth - 1, out value);
            default:
                return TryConvertObject((ObjectValueNode)literal, variables, depth - 1, out value);
        }
    }

    private static bool TryConvertList(ListValueNode list, VariableValues? variables, int depth, out object? value)
    {
        var items = new List<object?>(list.Values.Length);
        value = items;
        foreach (var itemLiteral in list.Values)
        {
            if (depth < 0 || !TryConvert(itemLiteral, variables, depth, out var item))
            {
                return false;
            }

            items.Add(item);
        }

        return depth >= 0;
    }

    private static bool TryConvertObject(ObjectValueNode literal, VariableValues? variables, int depth, out object? value)
    {
        var fields = new OrderedDictionary<string, object?>();
        value = new InputObject(fields);
        foreach (var field in literal.Fields)
        {
            if (depth < 0 || !TryConvert(field.Value, variables, depth, out var item))
            {
                return false;
            }

            fields[field.Name.Value] = item;
        }

        return depth >= 0;
    }

    private static bool TryConvert(JsonElement json, int depth, out object? value)
    {
        value = null;
        switch (json.ValueKind)
        {
            case JsonValueKind.Null:
                return true;
            case JsonValueKind.True or JsonValueKind.False:
                value = json.GetBoolean();
                return true;
            case JsonValueKind.String:
                var isText = InputText.TryRead(json, out var text);
                value = text;
                return isText;
            case JsonValueKind.Number:
                return TryConvertNumber(json.GetRawText(), out value);
            case JsonValueKind.Array:
                return TryConvertArray(json, depth - 1, out value);
            default:
                return TryConvertObject(json, depth - 1, out value);
        }
    }

    private static bool TryConvertArray(JsonElement json, int depth, out object? value)
    {
        var items = new List<object?>(json.GetArrayLength());
        value = items;
        foreach (var element in json.EnumerateArray())
        {
            if (depth < 0 || !TryConvert(element, depth, out var item))
            {
                return false;
            }

            items.Add(item);
        }

        return depth >= 0;
    }

    private static bool TryConvertObject(JsonElement json, int depth, out object? value)
    {
        var fields = new OrderedDictionary<string, object?>();
        value = new InputObject(fields);
        foreach (var property in json.EnumerateObject())
        {
            if (depth < 0 || !InputText.TryReadName(property, out var name) || !TryConvert(property.Value, depth, out var item))
            {
                return false;
            }

            fields[name] = item;
        }

        return depth >= 0;
    }

    private static bool TryConvertNumber(string text, out object? value)
    {
        if (NumberText.Parse(text).TryGetInt64(out var integer))
        {
            value = integer;
            return true;
        }

        var isFinite = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number);
        value = number;
        return isFinite;
    }

    private static bool FitsDepth(object? value, int depth)
    {
        if (value is IReadOnlyList<object?> items)
        {
            return depth > 0 && items.All(item => FitsDepth(item, depth - 1));
        }

        if (value is not InputObject fields)
        {
            return true;
        }

        foreach (var field in fields)
        {
            if (depth == 0 || !FitsDepth(field.Value, depth - 1))
            {
                return false;
            }
        }

        return depth > 0;
    }
}
