using System.Collections.Immutable;
using OwnedData.GraphQL.Errors;

namespace OwnedData.GraphQL.Language;

/// <summary>Documents, operations, selections, fragments and directives: §2.1.9 to §2.9 and §2.13.</summary>
public ref partial struct Parser
{
    // Name
    private NameNode ParseName()
    {
        var token = _token;
        return new NameNode(token.Location, Expect(TokenKind.Name) ? NameText(token) : string.Empty);
    }

    // Document : Definition+
    private DocumentNode ParseDocument()
    {
        var location = _token.Location;
        var definitions = new NodeList<DefinitionNode>();
        do
        {
            if (ParseDefinition() is { } definition)
            {
                definitions.Add(definition);
            }
        }
        while (!Peek(TokenKind.EndOfFile));

        return new DocumentNode(location, definitions.ToImmutable());
    }

    // Definition : ExecutableDefinition | TypeSystemDefinition | TypeSystemExtension
    // Null stands for an error only.
    private DefinitionNode? ParseDefinition()
    {
        if (Peek(TokenKind.BraceLeft))
        {
            return ParseOperationDefinition();
        }

        var hasDescription = PeekDescription();
        var keyword = hasDescription ? Lookahead() : _token;
        if (hasDescription && keyword.Kind == TokenKind.BraceLeft)
        {
            return RefuseDescription("Unexpected description, descriptions are not supported on shorthand queries.");
        }

        if (keyword.Kind != TokenKind.Name)
        {
            Unexpected(keyword);
            return null;
        }

        var word = NameText(keyword);
        if (word is "query" or "mutation" or "subscription")
        {
            return ParseOperationDefinition();
        }

        if (word == "fragment")
        {
            return ParseFragmentDefinition();
        }

        if (ParseTypeSystemDefinition(word) is { } definition)
        {
            return definition;
        }

        if (hasDescription)
        {
            return RefuseDescription("Unexpected description, only GraphQL definitions support descriptions.");
        }

        if (word == "extend")
        {
            return ParseTypeSystemExtension();
        }

        Unexpected(keyword);
        return null;
    }

    private DefinitionNode? RefuseDescription(string description)
    {
        Fail(ErrorCatalog.SyntaxError, _token, description);
        return null;
    }

    // OperationDefinition : Description? OperationType Name? VariablesDefinition? Directives? SelectionSet | SelectionSet
    private OperationDefinitionNode ParseOperationDefinition()
    {
        var location = _token.Location;
        if (Peek(TokenKind.BraceLeft))
        {
            return new OperationDefinitionNode(location, null, OperationKind.Query, null, [], [], ParseSelectionSet());
        }

        return new OperationDefinitionNode(
            location,
            ParseDescription(),
            ParseOperationType(),
            Peek(TokenKind.Name) ? ParseName() : null,
            ParseVariableDefinitions(),
            ParseDirectives(constant: false),
            ParseSelectionSet());
    }

    // OperationType : one of query mutation subscription
    private OperationKind ParseOperationType()
    {
        var token = _token;
        switch (ParseName().Value)
        {
            case "query":
                return OperationKind.Query;
            case "mutation":
                return OperationKind.Mutation;
            case "subscription":
                return OperationKind.Subscription;
            default:
                Unexpected(token);
                return default;
        }
    }

    // VariablesDefinition : ( VariableDefinition+ )
    private ImmutableArray<VariableDefinitionNode> ParseVariableDefinitions()
    {
        var definitions = new NodeList<VariableDefinitionNode>();
        if (Skip(TokenKind.ParenLeft))
        {
            do
            {
                definitions.Add(ParseVariableDefinition());
            }
            while (Continues(TokenKind.ParenRight));
        }

        return definitions.ToImmutable();
    }

    // VariableDefinition : Description? Variable : Type DefaultValue? Directives[Const]?
    private VariableDefinitionNode ParseVariableDefinition()
    {
        var location = _token.Location;
        var description = ParseDescription();
        var variable = ParseVariable();
        Expect(TokenKind.Colon);
        return new VariableDefinitionNode(location, description, variable, ParseType(), ParseDefaultValue(), ParseDirectives(constant: true));
    }

    // SelectionSet : { Selection+ }
    private SelectionSetNode ParseSelectionSet()
    {
        var location = _token.Location;
        var selections = new NodeList<SelectionNode>();
        if (Descend(TokenKind.BraceLeft))
        {
            do
            {
                selections.Add(ParseSelection());
            }
            while (Continues(TokenKind.BraceRight));

            _depth--;
        }

        return new SelectionSetNode(location, selections.ToImmutable());
    }

    // Selection : Field | FragmentSpread | InlineFragment
    private SelectionNode ParseSelection() => Peek(TokenKind.Spread) ? ParseFragment() : ParseField();

    // Field : Alias? Name Arguments? Directives? SelectionSet?
    // Alias : Name :
    private FieldNode ParseField()
    {
        var location = _token.Location;
        var aliasOrName = ParseName();
        var (alias, name) = Skip(TokenKind.Colon) ? (aliasOrName, ParseName()) : (null, aliasOrName);
        return new FieldNode(
            location,
            alias,
            name,
            ParseArguments(constant: false),
            ParseDirectives(constant: false),
            Peek(TokenKind.BraceLeft) ? ParseSelectionSet() : null);
    }

    // Arguments[Const] : ( Argument[?Const]+ )
    private ImmutableArray<ArgumentNode> ParseArguments(bool constant)
    {
        var arguments = new NodeList<ArgumentNode>();
        if (Skip(TokenKind.ParenLeft))
        {
            do
            {
                arguments.Add(ParseArgument(constant));
            }
            while (Continues(TokenKind.ParenRight));
        }

        return arguments.ToImmutable();
    }

    // Argument[Const] : Name : Value[?Const]
    private ArgumentNode ParseArgument(bool constant)
    {
        var name = ParseName();
        Expect(TokenKind.Colon);
        return new ArgumentNode(name.Location, name, ParseValue(constant));
    }

    // FragmentSpread : ... FragmentName Directives?
    // InlineFragment : ... TypeCondition? Directives? SelectionSet
    private SelectionNode ParseFragment()
    {
        var location = _token.Location;
        Expect(TokenKind.Spread);
        var hasTypeCondition = SkipKeyword("on");
        if (!hasTypeCondition && Peek(TokenKind.Name))
        {
            return new FragmentSpreadNode(location, ParseName(), ParseDirectives(constant: false));
        }

        var typeCondition = hasTypeCondition ? ParseNamedType() : null;
        return new InlineFragmentNode(location, typeCondition, ParseDirectives(constant: false), ParseSelectionSet());
    }

    // FragmentDefinition : Description? fragment FragmentName TypeCondition Directives? SelectionSet
    // TypeCondition : on NamedType
    private FragmentDefinitionNode ParseFragmentDefinition()
    {
        var location = _token.Location;
        var description = ParseDescription();
        ExpectKeyword("fragment");
        var name = ParseFragmentName();
        ExpectKeyword("on");
        return new FragmentDefinitionNode(location, description, name, ParseNamedType(), ParseDirectives(constant: false), ParseSelectionSet());
    }

    // FragmentName : Name but not `on`
    private NameNode ParseFragmentName()
    {
        if (PeekKeyword("on"))
        {
            Unexpected(_token);
        }

        return ParseName();
    }

    // Directives[Const] : Directive[?Const]+
    private ImmutableArray<DirectiveNode> ParseDirectives(bool constant)
    {
        var directives = new NodeList<DirectiveNode>();
        while (Peek(TokenKind.At))
        {
            directives.Add(ParseDirective(constant));
        }

        return directives.ToImmutable();
    }

    // Directive[Const] : @ Name Arguments[?Const]?
    private DirectiveNode ParseDirective(bool constant)
    {
        var location = _token.Location;
        Expect(TokenKind.At);
        return new DirectiveNode(location, ParseName(), ParseArguments(constant));
    }
}
