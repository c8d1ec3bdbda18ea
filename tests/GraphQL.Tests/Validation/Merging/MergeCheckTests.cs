using System.Text;
using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Tests.Types;
using OwnedData.GraphQL.Validation;
using OwnedData.GraphQL.Validation.Merging;

namespace OwnedData.GraphQL.Tests.Validation.Merging;

/// <summary>The bound is on visits, which a slow machine can't change.</summary>
public sealed class MergeCheckTests
{
    [Fact]
    public void Fifty_levels_of_fragments_that_spread_the_next_twice_are_visited_once_a_level()
    {
        var text = new StringBuilder("{ dog { ...F0 ...F0 } } ");
        for (var level = 0; level < 50; level++)
        {
            text.Append("fragment F").Append(level).Append(" on Dog { ")
                .Append(level < 49 ? $"mother {{ ...F{level + 1} }} mother {{ ...F{level + 1} }}" : "name").Append(" } ");
        }

        Assert.InRange(VisitsOf(text.ToString()), 1, 500);
    }

    [Fact]
    public void Fifty_levels_of_fragments_that_reach_the_next_by_two_names_are_visited_once_a_level()
    {
        var text = new StringBuilder("{ dog { ...F0 } } ");
        for (var level = 0; level < 50; level++)
        {
            text.Append("fragment F").Append(level).Append(" on Dog { ")
                .Append(level < 49 ? $"a: mother {{ ...F{level + 1} }} b: mother {{ ...F{level + 1} name }}" : "name").Append(" } ");
        }

        Assert.InRange(VisitsOf(text.ToString()), 1, 1_000);
    }

    [Fact]
    public void Ten_thousand_aliases_of_one_field_are_visited_once_each() =>
        Assert.InRange(VisitsOf("{ dog { " + string.Concat(Enumerable.Range(0, 10_000).Select(index => $"a{index}: name ")) + "} }"), 10_000, 10_010);

    [Fact]
    public void One_leaf_ten_thousand_times_is_visited_once_each() =>
        Assert.InRange(VisitsOf("{ dog { " + string.Concat(Enumerable.Repeat("name ", 10_000)) + "} }"), 10_000, 10_010);

    [Fact]
    public void One_object_3600_times_is_merged_once_a_level() =>
        Assert.InRange(VisitsOf("{ " + string.Concat(Enumerable.Repeat("dog { mother { name } } ", 3_600)) + "}"), 3_600, 6 * 3_600);

    [Fact]
    public void Twelve_hundred_fragments_in_one_selection_set_are_visited_a_few_times_each()
    {
        var spreads = string.Concat(Enumerable.Range(0, 1_200).Select(index => $"...F{index} "));
        var fragments = string.Concat(Enumerable.Range(0, 1_200).Select(index => $"fragment F{index} on Dog {{ name a{index}: mother {{ name }} mother {{ barks }} }} "));

        Assert.InRange(VisitsOf($"{{ dog {{ {spreads} }} }} {fragments}"), 1_200, 12 * 1_200);
    }

    [Fact]
    public void Operations_that_share_all_their_fragments_check_them_once()
    {
        var operations = string.Concat(Enumerable.Range(0, 1_000).Select(index => $"query Q{index} {{ dog {{ ...F0 }} }} "));
        var fragments = string.Concat(Enumerable.Range(0, 100).Select(index => $"fragment F{index} on Dog {{ a{index}: name {(index < 99 ? $"...F{index + 1}" : "")} }} "));

        Assert.InRange(VisitsOf(operations + fragments), 1_000, 8_000);
    }

    [Fact]
    public void A_document_that_multiplies_its_operations_and_fragments_is_given_up()
    {
        var operations = string.Concat(Enumerable.Range(0, 2_000).Select(index => $"query Q{index} {{ dog {{ q{index}: name ...F0 }} }} "));
        var fragments = string.Concat(Enumerable.Range(0, 1_000).Select(index => $"a{index}: name "));

        Assert.Equal(
            ["The document combines its fragments in so many ways that whether fields conflict is not checked. Repeat fewer fragments. (1:10)"],
            ValidationAssert.ErrorsOf(operations + $"fragment F0 on Dog {{ {fragments} }}", ValidationOptions.Default));
    }

    [Fact]
    public void A_conflict_among_thousands_is_told_even_when_the_search_for_all_pairs_ends_early()
    {
        var spreads = string.Concat(Enumerable.Range(0, 1_200).Select(index => $"...F{index} "));
        var fragments = string.Concat(Enumerable.Range(0, 1_200).Select(index => $"fragment F{index} on Dog {{ {(index < 1_199 ? "" : "a0: ")}name a{index}: name a0: barks }} "));

        var errors = ValidationAssert.ErrorsOf($"{{ dog {{ {spreads} }} }} {fragments}", ValidationOptions.Default);

        Assert.Equal(101, errors.Length);
        Assert.All(errors[..100], error => Assert.StartsWith("Fields \"a0\" conflict because", error, StringComparison.Ordinal));
    }

    [Fact]
    public void A_conflict_that_the_search_for_all_pairs_does_not_reach_is_told_alone()
    {
        var leaves = string.Concat(Enumerable.Repeat("name ", 300));

        Assert.Equal(
            ["Fields \"barks\" conflict because \"barks\" and \"nickname\" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:1509) (1:1515)"],
            ValidationAssert.ErrorsOf($"{{ dog {{ {leaves}barks barks: nickname }} }}", ValidationOptions.Default));
    }

    /// <summary>Two ways to one answer: groupwise, and pairwise as the reference implementation does.</summary>
    [Fact]
    public void A_conflict_is_found_where_comparing_all_pairs_finds_one()
    {
        var random = new Random(20_260_131);
        var withConflicts = 0;
        for (var run = 0; run < 4_000; run++)
        {
            var text = new RandomSelections(random).Document();
            var (context, table) = Prepare(text);

            var first = new MergeCheck(table, int.MaxValue).FindFirst(context.Document);

            var search = new ConflictSearch(context, table);
            var pairs = new SelectionSetsOf(context).All.Sum(set => search.FindWithin(set.ParentType, set.SelectionSet).Count);
            Assert.True(first is null == (pairs == 0), $"Groupwise: {first?.Reason ?? "none"}; pairwise: {pairs} conflicts.\n{text}");
            withConflicts += pairs > 0 ? 1 : 0;
        }

        Assert.InRange(withConflicts, 1_000, 3_000);
    }

    private static int VisitsOf(string text)
    {
        var (context, table) = Prepare(text);
        var check = new MergeCheck(table, int.MaxValue);

        Assert.Null(check.FindFirst(context.Document));
        return check.Visits;
    }

    private static (ValidationContext Context, SelectionFieldsTable Table) Prepare(string text)
    {
        DocumentNode document = Schemas.Parse(text);
        var context = new ValidationContext(ValidationAssert.Schema, document, ValidationOptions.Default);
        return (context, new SelectionFieldsTable(context));
    }
}
