using OwnedData.Mongo.Embedded.Tests.Wire;

namespace OwnedData.Mongo.Embedded.Tests.Differences;

/// <summary>Where a tool meets something else than with MongoDB. docs/embedded.md has a line for each.</summary>
public sealed class ListenerDifferences
{
    [Fact]
    public async Task There_is_one_database_and_every_other_is_empty_and_not_writable()
    {
        await using var open = new OpenListener();
        using var client = await open.EnterAsync();
        await client.RunAsync("{insert: \"a\", documents: [{_id: 1}]}");

        Assert.Contains("\"firstBatch\": []", await client.RunAsync("{find: \"a\"}", "other"), StringComparison.Ordinal);
        Assert.Contains("\"firstBatch\": []", await client.RunAsync("{listCollections: 1}", "other"), StringComparison.Ordinal);
        Assert.Equal("""{"n": 0, "ok": 1.0}""", await client.RunAsync("{count: \"a\"}", "other"));
        Assert.Contains("InvalidNamespace", await client.RunAsync("{insert: \"a\", documents: [{}]}", "other"), StringComparison.Ordinal);
        Assert.Contains("InvalidNamespace", await client.RunAsync("{dropDatabase: 1}", "other"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_indexes_of_a_collection_that_does_not_exist_are_an_empty_list()
    {
        await using var open = new OpenListener();
        using var client = await open.EnterAsync();

        Assert.Equal("""{"cursor": {"firstBatch": [], "id": 0, "ns": "owneddata.none"}, "ok": 1.0}""", await client.RunAsync("{listIndexes: \"none\"}"));
    }

    [Theory]
    [InlineData("capped", "true")]
    [InlineData("validator", "{}")]
    [InlineData("timeseries", "{timeField: \"t\"}")]
    [InlineData("viewOn", "\"b\"")]
    public async Task Collections_have_no_options(string option, string value)
    {
        await using var open = new OpenListener();
        using var client = await open.EnterAsync();

        Assert.Contains($"'create.{option}' is an unknown field", await client.RunAsync($"{{create: \"a\", {option}: {value}}}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{locale: \"fr\"}", "has the collations simple and en, not fr")]
    [InlineData("{locale: \"en\", strength: 4}", "have strengths 1 to 3, not 4")]
    [InlineData("{locale: \"en\", caseLevel: true}", "have locale and strength, not caseLevel")]
    [InlineData("{locale: \"en\", numericOrdering: true}", "have locale and strength, not numericOrdering")]
    public async Task Some_collations_are_missing(string collation, string expected)
    {
        await using var open = new OpenListener();
        using var client = await open.EnterAsync();

        Assert.Contains(expected, await client.RunAsync($"{{find: \"a\", collation: {collation}}}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Collections_and_indexes_have_no_collation_and_of_pipelines_the_beginning()
    {
        await using var open = new OpenListener();
        using var client = await open.EnterAsync();
        const string English = "collation: {locale: \"en\"}";

        Assert.Contains("'create.collation' is an unknown field", await client.RunAsync($"{{create: \"a\", {English}}}"), StringComparison.Ordinal);
        Assert.Contains(
            "'createIndexes.indexes.collation' is an unknown field",
            await client.RunAsync($"{{createIndexes: \"a\", indexes: [{{key: {{a: 1}}, name: \"a\", {English}}}]}}"),
            StringComparison.Ordinal);
        Assert.Contains(
            "runs $group without collations",
            await client.RunAsync($"{{aggregate: \"a\", pipeline: [{{$match: {{}}}}, {{$group: {{_id: \"$s\"}}}}], cursor: {{}}, {English}}}"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_beyond_Latin_is_ordered_by_code_point_and_has_no_case()
    {
        await using var open = new OpenListener();
        using var client = await open.EnterAsync();
        await client.RunAsync("{insert: \"a\", documents: [{_id: 1, s: \"б\"}, {_id: 2, s: \"Б\"}, {_id: 3, s: \"z\"}]}");

        Assert.Equal("""{"n": 1, "ok": 1.0}""", await client.RunAsync("{count: \"a\", query: {s: \"Б\"}, collation: {locale: \"en\", strength: 1}}"));
        Assert.Contains(
            "[{\"_id\": 3}, {\"_id\": 2}, {\"_id\": 1}]",
            await client.RunAsync("{find: \"a\", sort: {s: 1}, projection: {_id: 1}, collation: {locale: \"en\"}}"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Collections_are_scanned_in_one_direction()
    {
        await using var open = new OpenListener();
        using var client = await open.EnterAsync();

        Assert.Contains("$natural is 1", await client.RunAsync("{find: \"a\", hint: {$natural: -1}}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{$setWindowFields: {sortBy: {a: 1}, output: {}}}", "Unrecognized pipeline stage name: '$setWindowFields'")]
    [InlineData("{$graphLookup: {}}", "Unrecognized pipeline stage name: '$graphLookup'")]
    [InlineData("{$out: \"b\"}", "Unrecognized pipeline stage name: '$out'")]
    [InlineData("{$addFields: {x: {$function: {}}}}", "Unrecognized expression '$function'")]
    [InlineData("{$addFields: {x: {$dateFromParts: {year: 2000}}}}", "Unrecognized expression '$dateFromParts'")]
    public async Task Some_stages_and_operators_of_expressions_are_missing(string stage, string expected)
    {
        await using var open = new OpenListener();
        using var client = await open.EnterAsync();

        Assert.Contains(expected, await client.RunAsync($"{{aggregate: \"a\", pipeline: [{stage}], cursor: {{}}}}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sparse", "true")]
    [InlineData("expireAfterSeconds", "1")]
    [InlineData("partialFilterExpression", "{}")]
    public async Task Indexes_are_unique_or_have_no_option(string option, string value)
    {
        await using var open = new OpenListener();
        using var client = await open.EnterAsync();

        Assert.Contains(
            $"'createIndexes.indexes.{option}' is an unknown field",
            await client.RunAsync($"{{createIndexes: \"a\", indexes: [{{key: {{a: 1}}, name: \"a\", {option}: {value}}}]}}"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Places_in_arrays_have_no_index()
    {
        await using var open = new OpenListener();
        using var client = await open.EnterAsync();

        Assert.Contains(
            "does not index array positions such as a.0",
            await client.RunAsync("{createIndexes: \"a\", indexes: [{key: {\"a.0\": 1}, name: \"a0\"}]}"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_update_has_a_thousand_array_filters_at_most()
    {
        await using var open = new OpenListener();
        using var client = await open.EnterAsync();
        var filters = string.Join(", ", Enumerable.Range(0, 1001).Select(i => $"{{x{i}: 1}}"));

        Assert.Contains(
            "takes at most 1000 array filters",
            await client.RunAsync($"{{update: \"a\", updates: [{{q: {{}}, u: {{$set: {{\"a.$[x0]\": 1}}}}, upsert: true, arrayFilters: [{filters}]}}]}}"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_constant_in_an_expression_is_evaluated_where_a_document_needs_it()
    {
        await using var open = new OpenListener();
        using var client = await open.EnterAsync();

        Assert.Contains(
            "\"firstBatch\": []",
            await client.RunAsync("{aggregate: \"none\", pipeline: [{$project: {a: {$divide: [1, 0]}}}], cursor: {}}"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_state_of_the_server_is_that_of_the_process_without_counters()
    {
        await using var open = new OpenListener();
        using var client = await open.EnterAsync();

        Assert.DoesNotContain("opcounters", await client.RunAsync("{serverStatus: 1}", "admin"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_projection_of_find_computes_no_fields()
    {
        await using var open = new OpenListener();
        using var client = await open.EnterAsync();

        Assert.Contains("supports projections by 1 and 0", await client.RunAsync("{find: \"a\", projection: {x: {$add: [1, 2]}}}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decimals_power_has_no_trailing_zeros()
    {
        await using var open = new OpenListener();
        using var client = await open.EnterAsync();
        await client.RunAsync("{insert: \"a\", documents: [{x: {\"$numberDecimal\": \"2.50\"}}]}");

        Assert.Contains(
            "[{\"x\": {\"$numberDecimal\": \"2.5\"}}]",
            await client.RunAsync("{aggregate: \"a\", pipeline: [{$project: {_id: 0, x: {$pow: [\"$x\", 1]}}}], cursor: {}}"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$round")]
    [InlineData("$trunc")]
    public async Task A_decimal_gets_no_zeros_up_to_the_place_asked_for(string name)
    {
        await using var open = new OpenListener();
        using var client = await open.EnterAsync();
        await client.RunAsync("{insert: \"a\", documents: [{x: {\"$numberDecimal\": \"-7\"}}]}");

        Assert.Contains(
            "[{\"x\": {\"$numberDecimal\": \"-7\"}}]",
            await client.RunAsync($"{{aggregate: \"a\", pipeline: [{{$project: {{_id: 0, x: {{{name}: [\"$x\", 2]}}}}}}], cursor: {{}}}}"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{$jsonSchema: {}}", "unknown top level operator: $jsonSchema")]
    [InlineData("{$where: \"true\"}", "unknown top level operator: $where")]
    [InlineData("{$text: {$search: \"a\"}}", "unknown top level operator: $text")]
    public async Task Some_filters_are_missing(string filter, string expected)
    {
        await using var open = new OpenListener();
        using var client = await open.EnterAsync();

        Assert.Contains(expected, await client.RunAsync($"{{find: \"a\", filter: {filter}}}"), StringComparison.Ordinal);
    }
}
