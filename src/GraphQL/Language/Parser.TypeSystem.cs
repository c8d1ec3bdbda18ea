using System.Collections.Immutable;
using OwnedData.GraphQL.Errors;

namespace OwnedData.GraphQL.Language;

/// <summary>The type system, §3: definitions, and extensions, which are definitions that add at least one thing.</summary>
public ref partial struct Parser
{
    private readonly bool PeekDescription() => _token.Kind is TokenKind.String or TokenKind.BlockString;

    // Description : StringValue
    private StringValueNode? ParseDescription() => PeekDescription() ? ParseStringValue() : null;

    // TypeSystemDefinition : SchemaDefinition | TypeDefinition | DirectiveDefinition
    // Null when the keyword begins none.
    private TypeSystemDefinitionNode? ParseTypeSystemDefinition(string keyword) =>
        keyword == "directive" ? ParseDirectiveDefinition() : ParseExtensibleDefinition(keyword, isExtension: false);

    private TypeSystemDefinitionNode? ParseExtensibleDefinition(string keyword, bool isExtension) => keyword switch
    {
        "schema" => ParseSchemaDefinition(isExtension),
        "scalar" => ParseScalarTypeDefinition(),
        "type" => ParseObjectTypeDefinition(),
        "interface" => ParseInterfaceTypeDefinition(),
        "union" => ParseUnionTypeDefinition(),
        "enum" => ParseEnumTypeDefinition(),
        "input" => ParseInputObjectTypeDefinition(),
        _ => null,
    };

    // TypeSystemExtension : extend TypeSystemDefinition without description, with at least one part after its name
    private TypeSystemExtensionNode? ParseTypeSystemExtension()
    {
        var location = _token.Location;
        Advance();
        var keyword = _token;
        if (!Peek(TokenKind.Name) || ParseExtensibleDefinition(NameText(keyword), isExtension: true) is not { } definition)
        {
            Unexpected(keyword);
            return null;
        }

        if (AddsNothing(definition))
        {
            Unexpected(_token);
        }

        return new TypeSystemExtensionNode(location, definition);
    }

    private static bool AddsNothing(TypeSystemDefinitionNode definition) => definition switch
    {
        SchemaDefinitionNode schema => schema.Directives.IsEmpty && schema.OperationTypes.IsEmpty,
        ObjectTypeDefinitionNode type => type.Directives.IsEmpty && type.Interfaces.IsEmpty && type.Fields.IsEmpty,
        InterfaceTypeDefinitionNode type => type.Directives.IsEmpty && type.Interfaces.IsEmpty && type.Fields.IsEmpty,
        UnionTypeDefinitionNode type => type.Directives.IsEmpty && type.Types.IsEmpty,
        EnumTypeDefinitionNode type => type.Directives.IsEmpty && type.Values.IsEmpty,
        InputObjectTypeDefinitionNode type => type.Directives.IsEmpty && type.Fields.IsEmpty,
        TypeDefinitionNode type => type.Directives.IsEmpty,
        _ => false,
    };

    // SchemaDefinition : Description? schema Directives[Const]? { RootOperationTypeDefinition+ }
    // SchemaExtension : extend schema Directives[Const]? { RootOperationTypeDefinition+ }? with one of them
    private SchemaDefinitionNode ParseSchemaDefinition(bool isExtension)
    {
        var location = _token.Location;
        var description = ParseDescription();
        ExpectKeyword("schema");
        var directives = ParseDirectives(constant: true);
        var operationTypes = new NodeList<OperationTypeDefinitionNode>();
        if (isExtension ? Skip(TokenKind.BraceLeft) : Expect(TokenKind.BraceLeft))
        {
            do
            {
                operationTypes.Add(ParseOperationTypeDefinition());
            }
            while (Continues(TokenKind.BraceRight));
        }

        return new SchemaDefinitionNode(location, description, directives, operationTypes.ToImmutable());
    }

    // RootOperationTypeDefinition : OperationType : NamedType
    private OperationTypeDefinitionNode ParseOperationTypeDefinition()
    {
        var location = _token.Location;
        var operation = ParseOperationType();
        Expect(TokenKind.Colon);
        return new OperationTypeDefinitionNode(location, operation, ParseNamedType());
    }

    // ScalarTypeDefinition : Description? scalar Name Directives[Const]?
    private ScalarTypeDefinitionNode ParseScalarTypeDefinition()
    {
        var location = _token.Location;
        var description = ParseDescription();
        ExpectKeyword("scalar");
        return new ScalarTypeDefinitionNode(location, description, ParseName(), ParseDirectives(constant: true));
    }

    // ObjectTypeDefinition : Description? type Name ImplementsInterfaces? Directives[Const]? FieldsDefinition?
    private ObjectTypeDefinitionNode ParseObjectTypeDefinition()
    {
        var location = _token.Location;
        var description = ParseDescription();
        ExpectKeyword("type");
        var name = ParseName();
        var interfaces = ParseImplementsInterfaces();
        return new ObjectTypeDefinitionNode(location, description, name, ParseDirectives(constant: true), interfaces, ParseFieldsDefinition());
    }

    // InterfaceTypeDefinition : Description? interface Name ImplementsInterfaces? Directives[Const]? FieldsDefinition?
    private InterfaceTypeDefinitionNode ParseInterfaceTypeDefinition()
    {
        var location = _token.Location;
        var description = ParseDescription();
        ExpectKeyword("interface");
        var name = ParseName();
        var interfaces = ParseImplementsInterfaces();
        return new InterfaceTypeDefinitionNode(location, description, name, ParseDirectives(constant: true), interfaces, ParseFieldsDefinition());
    }

    // ImplementsInterfaces : implements &? NamedType, then any number of & NamedType
    private ImmutableArray<NamedTypeNode> ParseImplementsInterfaces() =>
        SkipKeyword("implements") ? ParseNamedTypes(TokenKind.Ampersand) : [];

    private ImmutableArray<NamedTypeNode> ParseNamedTypes(TokenKind delimiter)
    {
        var types = new NodeList<NamedTypeNode>();
        Skip(delimiter);
        do
        {
            types.Add(ParseNamedType());
        }
        while (Skip(delimiter));

        return types.ToImmutable();
    }

    // FieldsDefinition : { FieldDefinition+ }
    private ImmutableArray<FieldDefinitionNode> ParseFieldsDefinition()
    {
        var fields = new NodeList<FieldDefinitionNode>();
        if (Skip(TokenKind.BraceLeft))
        {
            do
            {
                fields.Add(ParseFieldDefinition());
            }
            while (Continues(TokenKind.BraceRight));
        }

        return fields.ToImmutable();
    }

    // FieldDefinition : Description? Name ArgumentsDefinition? : Type Directives[Const]?
    private FieldDefinitionNode ParseFieldDefinition()
    {
        var location = _token.Location;
        var description = ParseDescription();
        var name = ParseName();
        var arguments = ParseInputValueDefinitions(TokenKind.ParenLeft, TokenKind.ParenRight);
        Expect(TokenKind.Colon);
        return new FieldDefinitionNode(location, description, name, arguments, ParseType(), ParseDirectives(constant: true));
    }

    // ArgumentsDefinition : ( InputValueDefinition+ )
    // InputFieldsDefinition : { InputValueDefinition+ }
    private ImmutableArray<InputValueDefinitionNode> ParseInputValueDefinitions(TokenKind open, TokenKind close)
    {
        var definitions = new NodeList<InputValueDefinitionNode>();
        if (Skip(open))
        {
            do
            {
                definitions.Add(ParseInputValueDefinition());
            }
            while (Continues(close));
        }

        return definitions.ToImmutable();
    }

    // InputValueDefinition : Description? Name : Type DefaultValue? Directives[Const]?
    private InputValueDefinitionNode ParseInputValueDefinition()
    {
        var location = _token.Location;
        var description = ParseDescription();
        var name = ParseName();
        Expect(TokenKind.Colon);
        return new InputValueDefinitionNode(location, description, name, ParseType(), ParseDefaultValue(), ParseDirectives(constant: true));
    }

    // UnionTypeDefinition : Description? union Name Directives[Const]? UnionMemberTypes?
    // UnionMemberTypes : = |? NamedType, then any number of | NamedType
    private UnionTypeDefinitionNode ParseUnionTypeDefinition()
    {
        var location = _token.Location;
        var description = ParseDescription();
        ExpectKeyword("union");
        var name = ParseName();
        var directives = ParseDirectives(constant: true);
        var types = Skip(TokenKind.EqualsSign) ? ParseNamedTypes(TokenKind.Pipe) : [];
        return new UnionTypeDefinitionNode(location, description, name, directives, types);
    }

    // EnumTypeDefinition : Description? enum Name Directives[Const]? EnumValuesDefinition?
    // EnumValuesDefinition : { EnumValueDefinition+ }
    private EnumTypeDefinitionNode ParseEnumTypeDefinition()
    {
        var location = _token.Location;
        var description = ParseDescription();
        ExpectKeyword("enum");
        var name = ParseName();
        var directives = ParseDirectives(constant: true);
        var values = new NodeList<EnumValueDefinitionNode>();
        if (Skip(TokenKind.BraceLeft))
        {
            do
            {
                values.Add(ParseEnumValueDefinition());
            }
            while (Continues(TokenKind.BraceRight));
        }

        return new EnumTypeDefinitionNode(location, description, name, directives, values.ToImmutable());
    }

    // EnumValueDefinition : Description? EnumValue Directives[Const]?
    // EnumValue : Name but not true, false or null
    private EnumValueDefinitionNode ParseEnumValueDefinition()
    {
        var location = _token.Location;
        var description = ParseDescription();
        if (PeekKeyword("true") || PeekKeyword("false") || PeekKeyword("null"))
        {
            Fail(ErrorCatalog.SyntaxError, _token, $"{Describe(_token)} is reserved and cannot be used for an enum value.");
        }

        return new EnumValueDefinitionNode(location, description, ParseName(), ParseDirectives(constant: true));
    }

    // InputObjectTypeDefinition : Description? input Name Directives[Const]? InputFieldsDefinition?
    private InputObjectTypeDefinitionNode ParseInputObjectTypeDefinition()
    {
        var location = _token.Location;
        var description = ParseDescription();
        ExpectKeyword("input");
        var name = ParseName();
        var directives = ParseDirectives(constant: true);
        var fields = ParseInputValueDefinitions(TokenKind.BraceLeft, TokenKind.BraceRight);
        return new InputObjectTypeDefinitionNode(location, description, name, directives, fields);
    }

    // DirectiveDefinition : Description? directive @ Name ArgumentsDefinition? repeatable? on DirectiveLocations
    private DirectiveDefinitionNode ParseDirectiveDefinition()
    {
        var location = _token.Location;
        var description = ParseDescription();
        ExpectKeyword("directive");
        Expect(TokenKind.At);
        var name = ParseName();
        var arguments = ParseInputValueDefinitions(TokenKind.ParenLeft, TokenKind.ParenRight);
        var isRepeatable = SkipKeyword("repeatable");
        ExpectKeyword("on");
        return new DirectiveDefinitionNode(location, description, name, arguments, isRepeatable, ParseDirectiveLocations());
    }

    // DirectiveLocations : |? DirectiveLocation, then any number of | DirectiveLocation
    private ImmutableArray<NameNode> ParseDirectiveLocations()
    {
        var locations = new NodeList<NameNode>();
        Skip(TokenKind.Pipe);
        do
        {
            locations.Add(ParseDirectiveLocation());
        }
        while (Skip(TokenKind.Pipe));

        return locations.ToImmutable();
    }

    // DirectiveLocation : ExecutableDirectiveLocation | TypeSystemDirectiveLocation
    // graphql-js 16 also takes DIRECTIVE_DEFINITION, of a proposal that is not in the specification.
    private NameNode ParseDirectiveLocation()
    {
        var token = _token;
        var name = ParseName();
        if (name.Value is not ("QUERY" or "MUTATION" or "SUBSCRIPTION" or "FIELD" or "FRAGMENT_DEFINITION" or "FRAGMENT_SPREAD"
            or "INLINE_FRAGMENT" or "VARIABLE_DEFINITION" or "SCHEMA" or "SCALAR" or "OBJECT" or "FIELD_DEFINITION"
            or "ARGUMENT_DEFINITION" or "INTERFACE" or "UNION" or "ENUM" or "ENUM_VALUE" or "INPUT_OBJECT" or "INPUT_FIELD_DEFINITION"))
        {
            Unexpected(token);
        }

        return name;
    }
}
