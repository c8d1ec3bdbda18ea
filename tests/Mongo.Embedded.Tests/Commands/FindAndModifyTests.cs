using OwnedData.Mongo.Embedded.Tests.Wire;

namespace OwnedData.Mongo.Embedded.Tests.Commands;

/// <summary>`findAndModify` as tools send it: the API's own form is the store contract's.</summary>
public sealed class FindAndModifyTests
{
    [Theory]
    [InlineData("{a: 1}", "{_id: 1}")]
    [InlineData("{a: -1}", "{_id: 3}")]
    [InlineData("{b: 1, a: -1}", "{_id: 2}")]
    public async Task The_first_in_an_order_is_changed_whether_an_index_gives_the_order_or_not(string sort, string expected)
    {
        await using var open = new OpenListener();
        using var client = await open.EnterAsync();
        await client.RunAsync("{insert: \"c\", documents: [{_id: 3, a: 3, b: 2}, {_id: 1, a: 1, b: 1}, {_id: 2, a: 2, b: 1}]}");

        var scanned = await client.RunAsync($"{{findAndModify: \"c\", query: {{}}, sort: {sort}, update: {{$set: {{x: 1}}}}, fields: {{_id: 1}}}}");
        await client.RunAsync("{createIndexes: \"c\", indexes: [{key: {a: 1}, name: \"a\"}, {key: {b: 1, a: -1}, name: \"b\"}]}");
        var indexed = await client.RunAsync($"{{findAndModify: \"c\", query: {{}}, sort: {sort}, remove: true, fields: {{_id: 1}}}}");

        var id = expected.Replace("_id", "\"_id\"", StringComparison.Ordinal);
        Assert.Equal($"{{\"lastErrorObject\": {{\"n\": 1, \"updatedExisting\": true}}, \"value\": {id}, \"ok\": 1.0}}", scanned);
        Assert.Equal($"{{\"lastErrorObject\": {{\"n\": 1}}, \"value\": {id}, \"ok\": 1.0}}", indexed);
    }

    [Fact]
    public async Task Array_filters_and_the_matched_position_are_taken()
    {
        await using var open = new OpenListener();
        using var client = await open.EnterAsync();
        await client.RunAsync("{insert: \"c\", documents: [{_id: 1, l: [1, 2], m: [3, 4]}]}");

        Assert.Contains(
            "\"value\": {\"_id\": 1, \"l\": [1, 9], \"m\": [8, 4]}",
            await client.RunAsync("{findAndModify: \"c\", query: {l: 2}, update: {$set: {\"l.$\": 9, \"m.$[x]\": 8}}, arrayFilters: [{x: 3}], new: true}"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_update_is_its_own_statements_error_and_what_went_before_stays()
    {
        await using var open = new OpenListener();
        using var client = await open.EnterAsync();
        await client.RunAsync("{insert: \"c\", documents: [{_id: 1}]}");

        var reply = await client.RunAsync("{update: \"c\", updates: [{q: {_id: 1}, u: {$set: {a: 1}}}, {q: {_id: 1}, u: {$foo: {a: 1}}}, {q: {_id: 1}, u: {$set: {a: 3}}}]}");

        Assert.Equal(
            "{\"n\": 1, \"nModified\": 1, \"writeErrors\": [{\"index\": 1, \"code\": 9, \"errmsg\": \"Unknown modifier: $foo. Expected a valid update modifier or pipeline-style update specified as an array\"}], \"ok\": 1.0}",
            reply);
    }
}
