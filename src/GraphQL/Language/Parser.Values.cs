using OwnedData.GraphQL.Errors;

namespace OwnedData.GraphQL.Language;

/// <summary>Values, variables and type references: §2.10 to §2.12.</summary>
public ref partial struct Parser
{
    // Value[Const] : [if not Const] Variable | IntValue | FloatValue | StringValue | BooleanValue | NullValue | EnumValue
    //              | ListValue[?Const] | ObjectValue[?Const]
    private ValueNode ParseValue(bool constant)
    {
        var token = _token;
        switch (token.Kind)
        {
            case TokenKind.BracketLeft:
                return ParseListValue(constant);
            case TokenKind.BraceLeft:
                return ParseObjectValue(constant);
            case TokenKind.Int:
                Advance();
                return new IntValueNode(token.Location, NameText(token));
            case TokenKind.Float:
                Advance();
                return new FloatValueNode(token.Location, NameText(token));
            case TokenKind.String or TokenKind.BlockString:
                return ParseStringValue();
            case TokenKind.Name:
                return ParseNamedValue();
            case TokenKind.Dollar when constant:
                return RefuseVariable();
            case TokenKind.Dollar:
                return ParseVariable();
            default:
                Unexpected(token);
                return new NullValueNode(token.Location);
        }
    }

    // BooleanValue : one of true false
    // NullValue : null
    // EnumValue : Name but not true, false or null
    private ValueNode ParseNamedValue()
    {
        var name = ParseName();
        return name.Value switch
        {
            "true" => new BooleanValueNode(name.Location, true),
            "false" => new BooleanValueNode(name.Location, false),
            "null" => new NullValueNode(name.Location),
            var value => new EnumValueNode(name.Location, value),
        };
    }

    private StringValueNode ParseStringValue()
    {
        var token = _token;
        var value = _lexer.StringValue(token);
        Advance();
        return new StringValueNode(token.Location, value, token.Kind == TokenKind.BlockString);
    }

    // ListValue[Const] : [ ] | [ Value[?Const]+ ]
    private ListValueNode ParseListValue(bool constant)
    {
        var location = _token.Location;
        var values = new NodeList<ValueNode>();
        if (Descend(TokenKind.BracketLeft))
        {
            while (Continues(TokenKind.BracketRight))
            {
                values.Add(ParseValue(constant));
            }

            _depth--;
        }

        return new ListValueNode(location, values.ToImmutable());
    }

    // ObjectValue[Const] : { } | { ObjectField[?Const]+ }
    private ObjectValueNode ParseObjectValue(bool constant)
    {
        var location = _token.Location;
        var fields = new NodeList<ObjectFieldNode>();
        if (Descend(TokenKind.BraceLeft))
        {
            while (Continues(TokenKind.BraceRight))
            {
                fields.Add(ParseObjectField(constant));
            }

            _depth--;
        }

        return new ObjectValueNode(location, fields.ToImmutable());
    }

    // ObjectField[Const] : Name : Value[?Const]
    private ObjectFieldNode ParseObjectField(bool constant)
    {
        var name = ParseName();
        Expect(TokenKind.Colon);
        return new ObjectFieldNode(name.Location, name, ParseValue(constant));
    }

    // Variable : $ Name
    private VariableNode ParseVariable()
    {
        var location = _token.Location;
        Expect(TokenKind.Dollar);
        return new VariableNode(location, ParseName());
    }

    private NullValueNode RefuseVariable()
    {
        var dollar = _token;
        Advance();
        if (Peek(TokenKind.Name))
        {
            Fail(ErrorCatalog.SyntaxError, dollar, $"Unexpected variable \"${NameText(_token)}\" in constant value.");
        }
        else
        {
            Unexpected(dollar);
        }

        return new NullValueNode(dollar.Location);
    }

    // DefaultValue : = Value[Const]
    private ValueNode? ParseDefaultValue() => Skip(TokenKind.EqualsSign) ? ParseValue(constant: true) : null;

    // Type : NamedType | ListType | NonNullType
    // ListType : [ Type ]
    // NonNullType : NamedType ! | ListType !
    private TypeNode ParseType()
    {
        var location = _token.Location;
        TypeNode type;
        if (Peek(TokenKind.BracketLeft) && Descend(TokenKind.BracketLeft))
        {
            type = new ListTypeNode(location, ParseType());
            Expect(TokenKind.BracketRight);
            _depth--;
        }
        else
        {
            type = ParseNamedType();
        }

        return Skip(TokenKind.Bang) ? new NonNullTypeNode(location, type) : type;
    }

    // NamedType : Name
    private NamedTypeNode ParseNamedType()
    {
        var name = ParseName();
        return new NamedTypeNode(name.Location, name);
    }
}
