using OwnedData.Mongo.Embedded.Tests.Wire;

namespace OwnedData.Mongo.Embedded.Tests.Planning;

public sealed class QueryHintTests
{
    private const string Documents = "{_id: 1, a: 3, b: [1, 2]}, {_id: 2, a: 1}, {_id: 3, a: 2, b: [2]}";

    [Theory]
    [InlineData("hint: \"b_1\"", "b_1")]
    [InlineData("hint: {b: 1}", "b_1")]
    [InlineData("hint: \"_id_\"", "_id_")]
    [InlineData("hint: {a: 1}", "a_1")]
    [InlineData("hint: {}", "a_1")]
    [InlineData("hint: {$natural: 1}", "COLLSCAN")]
    public async Task The_index_is_the_one_that_the_hint_names_and_the_answer_the_same(string hint, string expected)
    {
        await using var open = new OpenListener();
        using var client = await EnterAsync(open);
        const string Find = "find: \"c\", filter: {a: {$gte: 1}}, sort: {a: 1}, projection: {_id: 1}";

        Assert.Contains(expected, await client.RunAsync($"{{explain: {{{Find}, {hint}}}, verbosity: \"queryPlanner\"}}"), StringComparison.Ordinal);
        Assert.Contains("\"firstBatch\": [{\"_id\": 2}, {\"_id\": 3}, {\"_id\": 1}]", await client.RunAsync($"{{{Find}, {hint}}}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_command_with_a_filter_takes_a_hint()
    {
        await using var open = new OpenListener();
        using var client = await EnterAsync(open);

        Assert.Contains("\"n\": 3", await client.RunAsync("{count: \"c\", query: {}, hint: \"b_1\"}"), StringComparison.Ordinal);
        Assert.Contains("\"values\": [1, 2]", await client.RunAsync("{distinct: \"c\", key: \"b\", query: {}, hint: \"b_1\"}"), StringComparison.Ordinal);
        Assert.Contains("{\"n\": 3}", await client.RunAsync("{aggregate: \"c\", pipeline: [{$count: \"n\"}], cursor: {}, hint: \"b_1\"}"), StringComparison.Ordinal);
        Assert.Contains("\"nModified\": 3", await client.RunAsync("{update: \"c\", updates: [{q: {}, u: {$set: {x: 1}}, multi: true, hint: \"b_1\"}]}"), StringComparison.Ordinal);
        Assert.Contains("\"_id\": 2", await client.RunAsync("{findAndModify: \"c\", query: {}, sort: {a: 1}, remove: true, hint: \"a_1\"}"), StringComparison.Ordinal);
        Assert.Contains("\"n\": 2", await client.RunAsync("{delete: \"c\", deletes: [{q: {}, limit: 0, hint: \"b_1\"}]}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"none\"", 2)]
    [InlineData("{a: -1}", 2)]
    [InlineData("{$natural: -1}", 2)]
    [InlineData("1", 9)]
    public async Task A_hint_at_no_index_is_refused(string hint, int code)
    {
        await using var open = new OpenListener();
        using var client = await EnterAsync(open);

        Assert.Contains($"\"code\": {code},", await client.RunAsync($"{{find: \"c\", hint: {hint}}}"), StringComparison.Ordinal);
    }

    private static async Task<WireClient> EnterAsync(OpenListener open)
    {
        var client = await open.EnterAsync();
        await client.RunAsync($"{{insert: \"c\", documents: [{Documents}]}}");
        await client.RunAsync("{createIndexes: \"c\", indexes: [{key: {a: 1}, name: \"a_1\"}, {key: {b: 1}, name: \"b_1\"}]}");
        return client;
    }
}
