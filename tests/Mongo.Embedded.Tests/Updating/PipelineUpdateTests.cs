using OwnedData.Mongo.Embedded.Tests.Wire;

namespace OwnedData.Mongo.Embedded.Tests.Updating;

/// <summary>Pipelines as updates, and the variables of commands.</summary>
public sealed class PipelineUpdateTests
{
    [Theory]
    [InlineData("[{$set: {n: {$add: [\"$n\", 1]}}}]", """{"_id": 1, "n": 6, "l": [1, 2]}""")]
    [InlineData("[{$set: {n: \"$l\", l: \"$n\"}}, {$unset: \"_none\"}]", """{"_id": 1, "n": [1, 2], "l": 5}""")]
    [InlineData("[{$unset: [\"n\"]}, {$addFields: {s: {$size: \"$l\"}}}]", """{"_id": 1, "l": [1, 2], "s": 2}""")]
    [InlineData("[{$project: {n: 1}}]", """{"_id": 1, "n": 5}""")]
    [InlineData("[{$replaceWith: {x: \"$n\"}}]", """{"_id": 1, "x": 5}""")]
    [InlineData("[{$replaceRoot: {newRoot: {$mergeObjects: [\"$$ROOT\", {n: 0}]}}}]", """{"_id": 1, "n": 0, "l": [1, 2]}""")]
    public async Task A_pipeline_changes_a_document(string pipeline, string expected)
    {
        await using var open = new OpenListener();
        using var client = await open.EnterAsync();
        await client.RunAsync("{insert: \"a\", documents: [{_id: 1, n: 5, l: [1, 2]}]}");

        var reply = await client.RunAsync($"{{update: \"a\", updates: [{{q: {{_id: 1}}, u: {pipeline}}}]}}");

        Assert.Contains("\"nModified\": 1", reply, StringComparison.Ordinal);
        Assert.Contains($"\"firstBatch\": [{expected}]", await client.RunAsync("{find: \"a\"}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upsert_starts_from_what_the_filter_demands()
    {
        await using var open = new OpenListener();
        using var client = await open.EnterAsync();

        await client.RunAsync("{update: \"a\", updates: [{q: {_id: 7, n: 2, $expr: {$eq: [\"$z\", 1]}}, u: [{$set: {n: {$multiply: [\"$n\", 3]}}}], upsert: true}]}");

        Assert.Contains("""[{"_id": 7, "n": 6}]""", await client.RunAsync("{find: \"a\"}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commands_have_variables()
    {
        await using var open = new OpenListener();
        using var client = await open.EnterAsync();
        await client.RunAsync("{insert: \"a\", documents: [{_id: 1, n: 1}, {_id: 2, n: 2}, {_id: 3, n: 3}]}");
        const string Filter = "{$expr: {$eq: [\"$n\", \"$$v\"]}}";

        Assert.Contains("""[{"_id": 2, "n": 2}]""", await client.RunAsync($"{{find: \"a\", filter: {Filter}, let: {{v: 2}}}}"), StringComparison.Ordinal);
        Assert.Contains("""[{"_id": 2, "n": 2}]""", await client.RunAsync($"{{aggregate: \"a\", pipeline: [{{$match: {Filter}}}], cursor: {{}}, let: {{v: {{$add: [1, 1]}}}}}}"), StringComparison.Ordinal);
        Assert.Contains("\"n\": 12", await client.RunAsync($"{{findAndModify: \"a\", query: {Filter}, update: [{{$set: {{n: {{$add: [\"$n\", 10]}}}}}}], new: true, let: {{v: 2}}}}"), StringComparison.Ordinal);
        Assert.Contains("\"nModified\": 1", await client.RunAsync($"{{update: \"a\", updates: [{{q: {Filter}, u: [{{$set: {{n: \"$$c\"}}}}], c: {{c: 30}}}}], let: {{v: 3}}}}"), StringComparison.Ordinal);
        Assert.Contains("\"n\": 1,", await client.RunAsync($"{{delete: \"a\", deletes: [{{q: {Filter}, limit: 0}}], let: {{v: 1}}}}"), StringComparison.Ordinal);
        Assert.Contains("""[{"_id": 2, "n": 12}, {"_id": 3, "n": 30}]""", await client.RunAsync("{find: \"a\", sort: {_id: 1}}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[{$match: {}}]", "\"code\": 72")]
    [InlineData("[{$set: {_id: 2}}]", "\"code\": 66")]
    [InlineData("[{$set: {n: \"$$nope\"}}]", "\"code\": 17276")]
    [InlineData("[{$set: {n: {$divide: [\"$n\", 0]}}}]", "\"code\": 2")]
    [InlineData("[5]", "\"code\": 14")]
    [InlineData("[{$replaceWith: 5}]", "\"code\": 40228")]
    public async Task A_pipeline_that_is_no_update_is_refused(string pipeline, string expected)
    {
        await using var open = new OpenListener();
        using var client = await open.EnterAsync();
        await client.RunAsync("{insert: \"a\", documents: [{_id: 1, n: 5}]}");

        Assert.Contains(expected, await client.RunAsync($"{{update: \"a\", updates: [{{q: {{_id: 1}}, u: {pipeline}}}]}}"), StringComparison.Ordinal);
    }
}
