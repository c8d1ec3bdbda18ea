using System.Text;
using OwnedData.Execution.Limits;
using OwnedData.Execution.Planning;
using OwnedData.Execution.Tests.Support;
using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Validation;

namespace OwnedData.Execution.Tests.Limits;

/// <summary>Documents that are short and multiply, by what is looked at: work grows with the text, never with what it spreads to.</summary>
public sealed class BombTests
{
    private static readonly OperationLimits s_wide = OperationLimits.Default with
    {
        Document = new ParserLimits(Tokens: 1_000_000, Depth: 64, Bytes: 10_000_000),
        Fields = int.MaxValue,
        Aliases = int.MaxValue,
        RootFields = int.MaxValue,
    };

    [Theory]
    [InlineData(10, 1024)]
    [InlineData(50, 1L << 50)]
    [InlineData(200, long.MaxValue)]
    public async Task Fragments_that_double_are_counted_by_what_stands_in_the_text(int levels, long spread)
    {
        var (tally, visits) = await CountAsync(Doubling(levels, "a: title"));

        // `notes`, `nodes`, `...F0`, two spreads a level, and the field at the end.
        Assert.Equal((2 * levels) + 4, visits);
        Assert.Equal(new FieldTally(Math.Min(spread, FieldTally.Most - 2) + 2, Math.Min(spread, FieldTally.Most)), tally);
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(10_000)]
    public async Task Aliases_are_counted_once_each(int count)
    {
        var (tally, visits) = await CountAsync(Aliased(count, "title"));

        Assert.Equal((count + 2, new FieldTally(count + 2, count)), (visits, tally));
    }

    [Fact]
    public async Task Even_the_highest_limit_of_fields_refuses_what_doubles_without_end()
    {
        var document = await ValidateAsync(Doubling(50, "title"));

        var outcome = SelectionLimits.Check(document, operationName: null, s_wide);

        Assert.Equal(["OD0206"], outcome.Errors.Select(error => error.Code.Code));
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(10_000)]
    public async Task Aliases_are_planned_once_each_and_what_no_variable_decides_is_summed_up(int count)
    {
        var always = await PlanAsync(Aliased(count, "place { city }"));
        var sometimes = await PlanAsync("query ($v: Boolean!) " + Aliased(count, "place @include(if: $v) { city }"));

        // Besides those under the condition, `nodes`, which holds them.
        Assert.Equal((0, count + 1), (SizeOf(always), SizeOf(sometimes)));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(10)]
    public async Task Fragments_that_double_are_planned_as_the_one_field_that_they_are(int levels)
    {
        var plan = await PlanAsync("query ($v: Boolean!) " + Doubling(levels, "place @include(if: $v) { city }"));

        Assert.Equal(2, SizeOf(plan));
    }

    private static string Doubling(int levels, string leaf)
    {
        var text = new StringBuilder($"{{ notes {{ nodes {{ ...F0 }} }} }} fragment F{levels} on Note {{ {leaf} }}");
        for (var level = 0; level < levels; level++)
        {
            text.Append($" fragment F{level} on Note {{ ...F{level + 1} ...F{level + 1} }}");
        }

        return text.ToString();
    }

    private static string Aliased(int count, string field) =>
        $"{{ notes {{ nodes {{ {string.Join(' ', Enumerable.Range(0, count).Select(number => $"a{number}: {field}"))} }} }} }}";

    private static async Task<ValidatedDocument> ValidateAsync(string query)
    {
        using var api = await Api.CreateAsync();
        var outcome = Parser.Parse(Encoding.UTF8.GetBytes(query), s_wide.Document).Then(document => DocumentValidator.Validate(api.Schema.Schema, document, ValidationOptions.Default));
        Assert.Equal([], outcome.Errors);
        outcome.TryGetValue(out var validated);
        return validated!;
    }

    private static async Task<(FieldTally Tally, int Visits)> CountAsync(string query)
    {
        var document = await ValidateAsync(query);
        var counter = new FieldCounter(document);
        return (counter.Count(document.Operations[0].SelectionSet), counter.Visits);
    }

    private static async Task<OperationPlan> PlanAsync(string query)
    {
        using var api = await Api.CreateAsync();
        var outcome = new OperationCompiler(api.Schema, s_wide).Compile(Encoding.UTF8.GetBytes(query), null, new CallerTerms(SeesSchema: true, IsCostEnforced: true));
        Assert.Equal([], outcome.Errors);
        outcome.TryGetValue(out var plan);
        return plan!;
    }

    // The fields that a request's cost walks over.
    private static int SizeOf(OperationPlan plan) => plan.Costs.Sum(cost => cost.Selections.Sum(SizeOf));

    private static int SizeOf(SelectionCost selection) => selection.Conditional.Sum(field => 1 + field.Selections.Sum(SizeOf));
}
