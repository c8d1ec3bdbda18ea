using System.Collections.Immutable;
using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Tests.Language;

/// <summary>Documents with every kind of node in them, bounded in size, the same for the same seed.</summary>
internal sealed class RandomTree(int seed)
{
    private static readonly string[] Names = ["a", "id", "_x9", "Foo", "on", "type", "query", "fragment", "true", "null", "repeatable", "implements", "extend", "aNameThatIsLongEnoughToMakeLinesWrap"];
    private static readonly string[] Locations = ["QUERY", "FIELD", "INLINE_FRAGMENT", "VARIABLE_DEFINITION", "OBJECT", "INPUT_FIELD_DEFINITION"];
    private static readonly string[] Pieces = ["a", " ", "  ", "\t", "\"", "\"\"\"", "\\", "\\\"\"\"", "é", "😀", "\0", "\u007F", "\b", "#", ",", "words and more words, so that it becomes a long line", "\uFEFF", "\\u0041"];

    private readonly Random _random = new(seed);

    public DocumentNode Document() => new(default, Some(1, 4, Definition));

    private DefinitionNode Definition() => _random.Next(4) switch
    {
        0 => Operation(),
        1 => new FragmentDefinitionNode(default, Description(), NameBut("on"), NamedType(), Directives(false), SelectionSet(3)),
        2 => new TypeSystemExtensionNode(default, Extension()),
        _ => TypeSystemDefinition(),
    };

    // Always named: without a name and behind a type without fields, a query's braces would be that type's.
    private OperationDefinitionNode Operation() => new(
        default,
        Description(),
        (OperationKind)_random.Next(3),
        Name(),
        Some(0, 2, () => new VariableDefinitionNode(default, Description(), Variable(), Type(2), Maybe(() => Value(2, true)), Directives(true))),
        Directives(false),
        SelectionSet(3));

    private SelectionSetNode SelectionSet(int depth) => new(default, Some(1, 3, () => Selection(depth - 1)));

    private SelectionNode Selection(int depth) => _random.Next(depth > 0 ? 4 : 2) switch
    {
        0 => new FragmentSpreadNode(default, NameBut("on"), Directives(false)),
        3 => new InlineFragmentNode(default, Maybe(NamedType), Directives(false), SelectionSet(depth)),
        _ => new FieldNode(default, Maybe(Name), Name(), Arguments(false), Directives(false), depth > 0 ? Maybe(() => SelectionSet(depth)) : null),
    };

    private TypeSystemDefinitionNode TypeSystemDefinition() => _random.Next(9) switch
    {
        0 => new SchemaDefinitionNode(default, Description(), Directives(true), Some(1, 2, OperationType)),
        1 => new DirectiveDefinitionNode(default, Description(), Name(), Some(0, 3, InputValue), Coin(), Some(1, 3, () => new NameNode(default, Pick(Locations)))),
        2 => new ScalarTypeDefinitionNode(default, Description(), Name(), Directives(true)),
        _ => TypeDefinition(Description(), least: 0),
    };

    private TypeSystemDefinitionNode Extension() => _random.Next(6) switch
    {
        0 => new SchemaDefinitionNode(default, null, Directives(true), Some(1, 2, OperationType)),
        1 => new ScalarTypeDefinitionNode(default, null, Name(), Some(1, 2, () => Directive(true))),
        _ => TypeDefinition(null, least: 1),
    };

    private TypeDefinitionNode TypeDefinition(StringValueNode? description, int least) => _random.Next(5) switch
    {
        0 => new ObjectTypeDefinitionNode(default, description, Name(), Directives(true), Some(0, 2, NamedType), Some(least, 3, Field)),
        1 => new InterfaceTypeDefinitionNode(default, description, Name(), Directives(true), Some(0, 2, NamedType), Some(least, 3, Field)),
        2 => new UnionTypeDefinitionNode(default, description, Name(), Directives(true), Some(least, 3, NamedType)),
        3 => new EnumTypeDefinitionNode(default, description, Name(), Directives(true), Some(least, 3, () => new EnumValueDefinitionNode(default, Description(), NameBut("true", "false", "null"), Directives(true)))),
        _ => new InputObjectTypeDefinitionNode(default, description, Name(), Directives(true), Some(least, 3, InputValue)),
    };

    private OperationTypeDefinitionNode OperationType() => new(default, (OperationKind)_random.Next(3), NamedType());

    private FieldDefinitionNode Field() => new(default, Description(), Name(), Some(0, 2, InputValue), Type(2), Directives(true));

    private InputValueDefinitionNode InputValue() => new(default, Description(), Name(), Type(2), Maybe(() => Value(2, true)), Directives(true));

    private ImmutableArray<DirectiveNode> Directives(bool constant) => Coin() ? [] : Some(0, 2, () => Directive(constant));

    private DirectiveNode Directive(bool constant) => new(default, Name(), Arguments(constant));

    private ImmutableArray<ArgumentNode> Arguments(bool constant) => Some(0, 3, () => new ArgumentNode(default, Name(), Value(2, constant)));

    private ValueNode Value(int depth, bool constant) => _random.Next(depth > 0 ? 9 : 7) switch
    {
        0 => new IntValueNode(default, Pick(["0", "-0", "7", "-90071992547409930"])),
        1 => new FloatValueNode(default, Pick(["0.0", "-1.5", "1e10", "1E-3", "12.50e+07"])),
        2 => String(),
        3 => new BooleanValueNode(default, Coin()),
        4 => new NullValueNode(default),
        5 => new EnumValueNode(default, NameBut("true", "false", "null").Value),
        6 => constant ? new NullValueNode(default) : Variable(),
        7 => new ListValueNode(default, Some(0, 10, () => Value(depth - 1, constant))),
        _ => new ObjectValueNode(default, Some(0, 3, () => new ObjectFieldNode(default, Name(), Value(depth - 1, constant)))),
    };

    private StringValueNode String()
    {
        var text = string.Concat(Some(0, 6, () => new NameNode(default, Pick(Pieces))).Select(piece => piece.Value));
        return Coin()
            ? new StringValueNode(default, text + (Coin() ? "\r\n" : string.Empty), IsBlock: false)
            : new StringValueNode(default, BlockString.Dedent(string.Join('\n', text, "  " + text, string.Empty, text)), IsBlock: true);
    }

    private VariableNode Variable() => new(default, Name());

    private TypeNode Type(int depth)
    {
        TypeNode type = depth > 0 && Coin() ? new ListTypeNode(default, Type(depth - 1)) : NamedType();
        return Coin() ? new NonNullTypeNode(default, type) : type;
    }

    private NamedTypeNode NamedType() => new(default, Name());

    private NameNode Name() => new(default, Pick(Names));

    private NameNode NameBut(params string[] reserved) => new(default, Pick([.. Names.Except(reserved)]));

    private StringValueNode? Description() => _random.Next(4) == 0 ? String() : null;

    private bool Coin() => _random.Next(2) == 0;

    private string Pick(string[] choices) => choices[_random.Next(choices.Length)];

    private T? Maybe<T>(Func<T> make)
        where T : class => Coin() ? make() : null;

    private ImmutableArray<T> Some<T>(int least, int most, Func<T> make) =>
        [.. Enumerable.Range(0, _random.Next(least, most + 1)).Select(_ => make())];
}
