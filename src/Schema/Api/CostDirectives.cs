using System.Collections.Immutable;
using System.Globalization;
using OwnedData.GraphQL.Language;
using OwnedData.Schema.Model;

namespace OwnedData.Schema.Api;

/// <summary>
/// Publishes what a request costs, as the GraphQL cost directives of IBM's draft and Hot Chocolate say it. These directives are
/// also what the server itself counts by: there is no second table of weights.
/// </summary>
internal static class CostDirectives
{
    private const string Cost = "cost";
    private const string ListSize = "listSize";

    /// <summary>Hot Chocolate's default for a field that asks the store.</summary>
    private const int Fetch = 10;

    /// <summary>Of `where`, of `order`, and of each operation in them.</summary>
    private const int Condition = 10;

    /// <summary>Of an operation that reads a text in its whole length.</summary>
    private const int TextSearch = 20;

    public static ImmutableArray<DirectiveDefinitionNode> Definitions { get; } =
    [
        new(
            default,
            Sdl.Description("What each use adds to the cost of a request."),
            Sdl.Name(Cost),
            [Sdl.Input("weight", "String!", "The number to add.")],
            IsRepeatable: false,
            [.. Locations("SCALAR", "OBJECT", "FIELD_DEFINITION", "ARGUMENT_DEFINITION", "ENUM", "INPUT_FIELD_DEFINITION")]),
        new(
            default,
            Sdl.Description("How long a list can be that a field gives: its content costs so many times as much."),
            Sdl.Name(ListSize),
            [
                Sdl.Input("assumedSize", "Int", "The most items that the list can have."),
                Sdl.Input("slicingArguments", "[String!]", "The arguments that set the number of items; of an argument that is a list, its length counts."),
                Sdl.Input("slicingArgumentDefaultValue", "Int", "The number of items where no slicing argument is given."),
                Sdl.Input("sizedFields", "[String!]", "The fields of the result that hold the items; not set: the result itself is the list."),
                Sdl.Input("requireOneSlicingArgument", "Boolean", "Whether exactly one slicing argument has to be given.", new BooleanValueNode(default, true)),
            ],
            IsRepeatable: false,
            [.. Locations("FIELD_DEFINITION")]),
    ];

    /// <summary>Of a field that asks the store.</summary>
    public static DirectiveNode OfFetch { get; } = Weight(Fetch);

    /// <summary>Of `where`, `order` and what they hold.</summary>
    public static DirectiveNode OfCondition { get; } = Weight(Condition);

    /// <summary>Of an operation of a filter.</summary>
    public static DirectiveNode OfOperation(string operation) =>
        operation is "contains" or "ncontains" or "startsWith" or "nstartsWith" or "endsWith" or "nendsWith" ? Weight(TextSearch) : OfCondition;

    /// <summary>Of a connection: as many items as the page has.</summary>
    public static DirectiveNode OfPage(Paging paging) => Directive(
        ListSize,
        Sdl.Argument("assumedSize", Number(paging.Max)),
        Sdl.Argument("slicingArguments", Texts("first", "last")),
        Sdl.Argument("slicingArgumentDefaultValue", Number(paging.Default)),
        Sdl.Argument("sizedFields", Texts("edges", "nodes")),
        Sdl.Argument("requireOneSlicingArgument", new BooleanValueNode(default, false)));

    /// <summary>Of a plain list that `first` bounds.</summary>
    public static DirectiveNode OfList(Paging paging) => Directive(
        ListSize,
        Sdl.Argument("assumedSize", Number(paging.Max)),
        Sdl.Argument("slicingArguments", Texts("first")),
        Sdl.Argument("slicingArgumentDefaultValue", Number(paging.Default)),
        Sdl.Argument("requireOneSlicingArgument", new BooleanValueNode(default, false)));

    /// <summary>Of a list that has an item for each item of an argument.</summary>
    public static DirectiveNode OfItemsOf(string argument) => Directive(
        ListSize,
        Sdl.Argument("slicingArguments", Texts(argument)),
        Sdl.Argument("requireOneSlicingArgument", new BooleanValueNode(default, false)));

    private static DirectiveNode Weight(int weight) => Directive(Cost, Sdl.Argument("weight", Sdl.Text(weight.ToString(CultureInfo.InvariantCulture))));

    private static DirectiveNode Directive(string name, params ImmutableArray<ArgumentNode> arguments) => new(default, Sdl.Name(name), arguments);

    private static IEnumerable<NameNode> Locations(params IEnumerable<string> names) => names.Select(Sdl.Name);

    private static IntValueNode Number(int value) => new(default, value.ToString(CultureInfo.InvariantCulture));

    private static ListValueNode Texts(params IEnumerable<string> values) => new(default, [.. values.Select(Sdl.Text)]);
}
