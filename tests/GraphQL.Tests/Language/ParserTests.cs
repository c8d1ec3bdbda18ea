using System.Text;
using OwnedData.GraphQL.Language;
using OwnedData.Tests;

namespace OwnedData.GraphQL.Tests.Language;

/// <summary>What each construct becomes. Errors are in <see cref="ParserErrorTests"/>.</summary>
public sealed class ParserTests
{
    private const string Executable = """"
        # A comment, and commas,,, anywhere.
        "What the page shows" query Page("Whose page" $id: ID!, $first: Int = 10 @deprecated, $filter: Filter = { tags: ["a" null], at: { lat: -1.5e3 } }, $in: [[Int!]!]!)
        @live(if: true) @live {
          me: viewer { id ...Names @include(if: $first), ... on User @skip(if: false) { on, type fragment query mutation subscription true false null }
            ... @include(if: true) { id } ... { id } }
          notes(text: "tab\t \"quoted\" \u00e9 \u{1F600} \uD83D\uDE00 \/ \\", block: """
              first
                second \"""

              third
            """, enum: ACTIVE, flag: false, nothing: null, empty: [], none: {}, variable: $id) { id }
        }
        mutation { like(note: 0) { note { id } } }
        subscription Watch @onSubscription { watch { id } }
        """Names of a user""" fragment Names on User @onFragment { first last(style: SHORT) }
        { shorthand }
        """";

    private const string TypeSystem = """"
        """The schema""" schema @link(url: "x") { query: Query mutation: Mutation subscription: Subscription }
        extend schema @more { query: Query }
        extend schema @more
        "A date" scalar Date @specifiedBy(url: "https://example.org") extend scalar Date @more
        """
        An author,
          described at length.
        """
        type Author implements & Node & Named @owned(by: "id") {
          "Its id" id: ID!
          posts("How many" first: Int = 10 @max(value: 100), after: String, in: [Filter!] = [{ a: 1 }]): [Post!]! @deprecated(reason: "no")
          type: String
        }
        type Bare extend type Bare implements Node extend type Bare @more extend type Bare { id: ID }
        interface Node { id: ID! } interface Named implements Node @more { name: String } extend interface Named implements Node & Other
        interface Bare2 union Result = | Author | Post union Same @more = Author union None extend union Result = Date extend union Result @more
        enum Role @more { "All" ADMIN @more READER } enum NoValues extend enum Role { GUEST } extend enum Role @more
        input Filter @more { "By text" text: String = "a" @more tags: [String!] } input NoFields extend input Filter { on: Boolean } extend input Filter @more
        "Directive" directive @more("Why" reason: String = "none", on: Int) repeatable on | FIELD | VARIABLE_DEFINITION | OBJECT
        directive @less on INPUT_FIELD_DEFINITION
        """";

    [Fact]
    public void Everything_that_can_stand_in_a_request_is_read()
    {
        Snapshot.Match(SyntaxTree.Describe(Parse(Executable)), "tree");
        Snapshot.Match(Printer.Print(Parse(Executable)), "print");
    }

    [Fact]
    public void Everything_that_can_stand_in_a_schema_is_read()
    {
        Snapshot.Match(SyntaxTree.Describe(Parse(TypeSystem)), "tree");
        Snapshot.Match(Printer.Print(Parse(TypeSystem)), "print");
    }

    [Fact]
    public void A_node_stands_where_its_first_token_does()
    {
        var document = Parse("\uFEFF\r\n# é\n\"😀\" query Q(\"é\" $a: [Int!]) {\r  b: c(d: \"é😀\", e: {f: 1}) @g { ...h }\n}\nextend type I { j: K }");

        var operation = Assert.IsType<OperationDefinitionNode>(document.Definitions[0]);
        var variable = Assert.Single(operation.VariableDefinitions);
        var field = Assert.IsType<FieldNode>(Assert.Single(operation.SelectionSet.Selections));
        var extension = Assert.IsType<TypeSystemExtensionNode>(document.Definitions[1]);
        Assert.Equal(new Location(3, 1), document.Location);
        Assert.Equal(new Location(3, 1), operation.Location);
        Assert.Equal(new Location(3, 12), operation.Name!.Location);
        Assert.Equal(new Location(3, 14), variable.Location);
        Assert.Equal(new Location(3, 18), variable.Variable.Location);
        Assert.Equal(new Location(3, 22), variable.Type.Location);
        Assert.Equal(new Location(3, 23), Assert.IsType<NonNullTypeNode>(Assert.IsType<ListTypeNode>(variable.Type).Type).Location);
        Assert.Equal(new Location(3, 30), operation.SelectionSet.Location);
        Assert.Equal(new Location(4, 3), field.Location);
        Assert.Equal(new Location(4, 6), field.Name.Location);
        Assert.Equal(new Location(4, 8), field.Arguments[0].Location);
        Assert.Equal(new Location(4, 11), field.Arguments[0].Value.Location);
        Assert.Equal(new Location(4, 18), field.Arguments[1].Location);
        Assert.Equal(new Location(4, 22), Assert.IsType<ObjectValueNode>(field.Arguments[1].Value).Fields[0].Location);
        Assert.Equal(new Location(4, 29), Assert.Single(field.Directives).Location);
        Assert.Equal(new Location(4, 34), Assert.Single(field.SelectionSet!.Selections).Location);
        Assert.Equal(new Location(6, 1), extension.Location);
        Assert.Equal(new Location(6, 8), extension.Definition.Location);
    }

    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\" plain \"", " plain ")]
    [InlineData("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t")]
    [InlineData("\"a\\u00e9\\u00E9b\"", "aééb")]
    [InlineData("\"\\u{0}\\u{e9}\\u{1F600}\\u{10FFFF}\"", "\0é😀\U0010FFFF")]
    [InlineData("\"\\u{000000000000000041}\"", "A")]
    [InlineData("\"\\uD83D\\uDE00\"", "😀")]
    [InlineData("\"\0\u007F\uFEFF 😀 # no comment\"", "\0\u007F\uFEFF 😀 # no comment")]
    [InlineData("\"\"\"\"\"\"", "")]
    [InlineData("\"\"\" simple \"\"\"", " simple ")]
    [InlineData("\"\"\" \n\t\n \"\"\"", "")]
    [InlineData("\"\"\"contains \" quote\"\"\"", "contains \" quote")]
    [InlineData("\"\"\"contains \\\"\"\" triple\"\"\"", "contains \"\"\" triple")]
    [InlineData("\"\"\"\\n \\u00e9 \\\"\"\"", null)]
    [InlineData("\"\"\"unescaped \\n\\u00e9\\ \"\"\"", "unescaped \\n\\u00e9\\ ")]
    [InlineData("\"\"\"multi\r\nline\rwith\nends\"\"\"", "multi\nline\nwith\nends")]
    [InlineData("\"\"\"\n\n    spans\n      multiple\n\n \t  lines\n\n\"\"\"", "spans\n  multiple\n\nlines")]
    [InlineData("\"\"\"  first\n    second\n   third\"\"\"", "  first\n second\nthird")]
    public void A_string_means_its_value(string literal, string? value)
    {
        var outcome = Parser.ParseValue(Encoding.UTF8.GetBytes(literal), ParserLimits.Default, constant: true);

        Assert.Equal(value is not null, outcome.TryGetValue(out var node));
        Assert.Equal(value, (node as StringValueNode)?.Value);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("-12345678901234567890")]
    public void An_integer_keeps_its_text(string literal)
    {
        Assert.Equal(new IntValueNode(new Location(1, 1), literal), ParseValue(literal));
    }

    [Theory]
    [InlineData("0.0")]
    [InlineData("-4.123")]
    [InlineData("123e4")]
    [InlineData("1.5E-10")]
    [InlineData("0e+00")]
    public void A_float_keeps_its_text(string literal)
    {
        Assert.Equal(new FloatValueNode(new Location(1, 1), literal), ParseValue(literal));
    }

    [Fact]
    public void A_constant_has_no_variable_in_it()
    {
        Assert.True(Parser.ParseValue("[{a: $b}]"u8, ParserLimits.Default, constant: false).TryGetValue(out _));
        var error = Assert.Single(Parser.ParseValue("[{a: $b}]"u8, ParserLimits.Default, constant: true).Errors);
        Assert.Equal("Syntax Error: Unexpected variable \"$b\" in constant value.", error.Message);
    }

    [Theory]
    [InlineData("Int", "Int")]
    [InlineData(" [ [ID!] ]! # trailing", "[[ID!]]!")]
    public void A_type_reference_is_read_alone(string text, string printed)
    {
        Assert.True(Parser.ParseType(Encoding.UTF8.GetBytes(text), ParserLimits.Default).TryGetValue(out var type));
        Assert.Equal(printed, Printer.Print(type));
    }

    [Fact]
    public void Nothing_may_follow_what_is_read_alone()
    {
        var value = Assert.Single(Parser.ParseValue("1 2"u8, ParserLimits.Default, constant: true).Errors);
        var type = Assert.Single(Parser.ParseType("Int!!"u8, ParserLimits.Default).Errors);

        Assert.Equal("Syntax Error: Expected <EOF>, found Int \"2\".", value.Message);
        Assert.Equal("Syntax Error: Expected <EOF>, found \"!\".", type.Message);
    }

    [Fact]
    public void A_name_that_comes_again_is_the_same_string()
    {
        var document = Parse("{ name other { name } }");

        var selections = Assert.IsType<OperationDefinitionNode>(document.Definitions[0]).SelectionSet.Selections;
        var inner = Assert.IsType<FieldNode>(selections[1]).SelectionSet!.Selections[0];
        Assert.Same(Assert.IsType<FieldNode>(selections[0]).Name.Value, Assert.IsType<FieldNode>(inner).Name.Value);
    }

    [Fact]
    public void A_list_of_any_length_keeps_its_order()
    {
        foreach (var length in new[] { 1, 8, 9, 32, 33, 1_000 })
        {
            var names = Enumerable.Range(0, length).Select(number => $"f{number}").ToArray();

            var document = Parse($"{{ {string.Join(' ', names)} }}");

            var selections = Assert.IsType<OperationDefinitionNode>(document.Definitions[0]).SelectionSet.Selections;
            Assert.Equal(names, selections.Select(selection => ((FieldNode)selection).Name.Value));
        }
    }

    private static DocumentNode Parse(string text)
    {
        var outcome = Parser.Parse(Encoding.UTF8.GetBytes(text), ParserLimits.Default);
        Assert.Empty(outcome.Errors);
        return outcome.TryGetValue(out var document) ? document : throw new InvalidOperationException();
    }

    private static ValueNode? ParseValue(string text)
    {
        Parser.ParseValue(Encoding.UTF8.GetBytes(text), ParserLimits.Default, constant: true).TryGetValue(out var value);
        return value;
    }
}
