using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Types;

namespace OwnedData.GraphQL.Coercion;

/// <summary>
/// Literals and the variables in them to values, §3.4 to §3.12, *Input Coercion*. <see cref="LiteralCheck"/> says why one does not fit.
/// </summary>
public static class LiteralCoercion
{
    /// <summary>
    /// False when the literal does not fit the type. A variable gives its value as it was coerced by <see cref="VariableCoercion"/>;
    /// one that was not given leaves out the field it stands for, is null in a list, and fits nothing else.
    /// </summary>
    public static bool TryCoerce(ValueNode literal, GraphQLType type, VariableValues variables, out object? value)
    {
        if (literal is VariableNode variable)
        {
            return variables.TryGetValue(variable.Name.Value, out value) && (value is not null || type is not NonNullType);
        }

        if (literal is NullValueNode)
        {
            value = null;
            return type is not NonNullType;
        }

        return type.NullableType switch
        {
            ListType listType => TryCoerceList(literal, listType, variables, out value),
            InputObjectType inputType => TryCoerceObject(literal, inputType, variables, out value),
            EnumType enumType => TryCoerceEnum(literal, enumType, out value),
            var scalarType => TryCoerceScalar(literal, (ScalarType)scalarType, variables, out value),
        };
    }

    private static bool TryCoerceList(ValueNode literal, ListType type, VariableValues variables, out object? value)
    {
        value = null;
        if (literal is not ListValueNode list)
        {
            if (!TryCoerce(literal, type.OfType, variables, out var single))
            {
                return false;
            }

            value = new List<object?>(1) { single };
            return true;
        }

        var items = new List<object?>(list.Values.Length);
        foreach (var itemLiteral in list.Values)
        {
            var isAbsent = itemLiteral is VariableNode variable && !variables.TryGetValue(variable.Name.Value, out _);
            if (isAbsent && type.OfType is not NonNullType)
            {
                items.Add(null);
            }
            else if (TryCoerce(itemLiteral, type.OfType, variables, out var item))
            {
                items.Add(item);
            }
            else
            {
                return false;
            }
        }

        value = items;
        return true;
    }

    private static bool TryCoerceObject(ValueNode literal, InputObjectType type, VariableValues variables, out object? value)
    {
        value = null;
        if (literal is not ObjectValueNode objectLiteral || GivenFields(objectLiteral, type, variables) is not { } given)
        {
            return false;
        }

        var coerced = new OrderedDictionary<string, object?>(type.Fields.Length);
        foreach (var field in type.Fields)
        {
            var source = given.GetValueOrDefault(field.Name) ?? field.DefaultValue;
            if (source is null)
            {
                if (field.IsRequired)
                {
                    return false;
                }

                continue;
            }

            if (!TryCoerce(source, field.Type, variables, out var fieldValue))
            {
                return false;
            }

            coerced.Add(field.Name, fieldValue);
        }

        value = new InputObject(coerced);
        return !type.IsOneOf || (coerced.Count == 1 && coerced.GetAt(0).Value is not null);
    }

    /// <summary>
    /// By name, without those whose variable was not given; null when a field is not the type's, or a one-of's variable is missing.
    /// </summary>
    private static Dictionary<string, ValueNode>? GivenFields(ObjectValueNode literal, InputObjectType type, VariableValues variables)
    {
        var given = new Dictionary<string, ValueNode>(literal.Fields.Length);
        foreach (var field in literal.Fields)
        {
            var isAbsent = field.Value is VariableNode variable && !variables.TryGetValue(variable.Name.Value, out _);
            if (!type.TryGetField(field.Name.Value, out _) || (isAbsent && type.IsOneOf))
            {
                return null;
            }

            if (!isAbsent)
            {
                given[field.Name.Value] = field.Value;
            }
        }

        return given;
    }

    private static bool TryCoerceEnum(ValueNode literal, EnumType type, out object? value)
    {
        var name = (literal as EnumValueNode)?.Name;
        value = name;
        return name is not null && type.TryGetValue(name, out _);
    }

    private static bool TryCoerceScalar(ValueNode literal, ScalarType type, VariableValues variables, out object? value)
    {
        var coerced = type.Coercion.CoerceLiteral(literal, variables);
        value = coerced.Value;
        return coerced.Problem is null;
    }
}
