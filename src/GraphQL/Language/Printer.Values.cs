using System.Diagnostics;

namespace OwnedData.GraphQL.Language;

/// <summary>Values and type references, §2.10 to §2.12.</summary>
public sealed partial class Printer
{
    private void WriteValue(ValueNode value)
    {
        switch (value)
        {
            case VariableNode variable:
                _text.Append('$').Append(variable.Name.Value);
                break;
            case IntValueNode number:
                _text.Append(number.Text);
                break;
            case FloatValueNode number:
                _text.Append(number.Text);
                break;
            case StringValueNode text:
                WriteLines(StringLiteral.Print(text));
                break;
            case BooleanValueNode boolean:
                _text.Append(boolean.Value ? "true" : "false");
                break;
            case NullValueNode:
                _text.Append("null");
                break;
            case EnumValueNode member:
                _text.Append(member.Name);
                break;
            case ListValueNode list:
                _text.Append('[');
                WriteJoined(list.Values, ", ");
                _text.Append(']');
                break;
            case ObjectValueNode input:
                _text.Append('{');
                WriteJoined(input.Fields, ", ");
                _text.Append('}');
                break;
            default:
                throw new UnreachableException();
        }
    }

    private void WriteType(TypeNode type)
    {
        switch (type)
        {
            case NamedTypeNode named:
                _text.Append(named.Name.Value);
                break;
            case ListTypeNode list:
                _text.Append('[');
                WriteType(list.Type);
                _text.Append(']');
                break;
            case NonNullTypeNode nonNull:
                WriteType(nonNull.Type);
                _text.Append('!');
                break;
            default:
                throw new UnreachableException();
        }
    }
}
