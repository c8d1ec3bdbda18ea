using OwnedData.Bson;
using OwnedData.Execution.Tests.Golden;
using OwnedData.Execution.Tests.Support;
using OwnedData.Mongo;

namespace OwnedData.Execution.Tests.Robustness;

/// <summary>What a client sees when the store fails: which field, and nothing of what the store said.</summary>
public sealed class StoreFailureTests
{
    private const string Secret = "E11000 duplicate key { owner_id: \"bob\", title: \"Secret\" }";

    [Fact]
    public async Task A_timeout_is_one_fields_error_and_the_others_answer()
    {
        using var api = await CreateAsync(command => IsOn(command, "contacts") ? throw new StoreException(StoreErrorCode.MaxTimeMSExpired, Secret) : Task.CompletedTask);

        var response = await api.RunAsync("{ notes(first: 1) { nodes { title } } contacts { nodes { name } } }", Api.Alice);

        Assert.Equal(
            """{"errors":[{"message":"The request exceeded the configured timeout.","locations":[{"line":1,"column":39}],"path":["contacts"],"extensions":{"code":"HC0045"}}],"data":{"notes":{"nodes":[{"title":"Bread"}]},"contacts":null}}""",
            response);
    }

    [Fact]
    public async Task A_store_with_too_much_to_do_is_told_as_that()
    {
        using var api = await CreateAsync(_ => throw new StoreException(StoreErrorCode.IngressRequestRateLimitExceeded, Secret));

        var response = await api.RunAsync("{ notes(first: 1) { nodes { title } } }", Api.Alice);

        Assert.Equal(
            """{"errors":[{"message":"The server has as much to do as it can. Try again soon.","locations":[{"line":1,"column":3}],"path":["notes"],"extensions":{"code":"OD0121"}}],"data":{"notes":null}}""",
            response);
    }

    [Theory]
    [InlineData("{ note(id: \"Tm90ZTo2NTAwMDAwMDAwMDAwMDAwMDAwMDAwMDE=\") { title } }", 3, "note", "{\"note\":null}")]
    [InlineData("mutation { createNote(input: { title: \"x\" }) { note { title } } }", 12, "createNote", "null")]
    [InlineData("mutation { deleteNote(input: { id: \"Tm90ZTo2NTAwMDAwMDAwMDAwMDAwMDAwMDAwMDE=\" }) { note { title } } }", 12, "deleteNote", "null")]
    public async Task A_failure_tells_nothing_but_the_id_it_is_logged_under(string query, int column, string field, string data)
    {
        using var api = await CreateAsync(_ => throw new StoreException(StoreErrorCode.DuplicateKey, Secret));

        var response = await api.RunAsync(query, Api.Alice);

        Assert.Equal(
            $$$"""{"errors":[{"message":"Unexpected Execution Error","locations":[{"line":1,"column":{{{column}}}}],"path":["{{{field}}}"],"extensions":{"code":"OD0410","errorId":"StoreException"}}],"data":{{{data}}}}""",
            response);
    }

    [Fact]
    public async Task A_page_that_failed_is_not_answered_while_its_count_still_runs()
    {
        var counting = new TaskCompletionSource();
        using var api = await CreateAsync(command =>
            command.TryGetValue("aggregate"u8, out _) ? counting.Task : throw new StoreException(StoreErrorCode.MaxTimeMSExpired, Secret));

        var running = api.RunAsync("{ notes { nodes { title } totalCount } }", Api.Alice);
        var isAnsweredEarly = running.IsCompleted;
        counting.SetResult();
        var response = await running;

        Assert.False(isAnsweredEarly);
        Assert.Equal(
            """{"errors":[{"message":"The request exceeded the configured timeout.","locations":[{"line":1,"column":3}],"path":["notes"],"extensions":{"code":"HC0045"}}],"data":{"notes":null}}""",
            response);
    }

    [Fact]
    public async Task A_response_over_the_limit_is_an_error_and_no_half_of_it()
    {
        using var api = await Api.CreateAsync(maximumResponseLength: 300);
        await SampleData.InsertAsync(api);

        var small = await api.RunAsync("{ notes { nodes { title } } }", Api.Alice);
        var large = await api.RunAsync("{ notes { nodes { title body place { city country } } edges { cursor } } }", Api.Alice);

        Assert.StartsWith("""{"data":""", small, StringComparison.Ordinal);
        Assert.StartsWith("""{"errors":[{"message":""", large, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"OD0401\"", large, StringComparison.Ordinal);
        Assert.DoesNotContain("\"data\"", large, StringComparison.Ordinal);
        Assert.DoesNotContain("Bread", large, StringComparison.Ordinal);
    }

    private static bool IsOn(BsonDocument command, string collection) =>
        command.ToString().Contains($"\"find\": \"{collection}\"", StringComparison.Ordinal);

    private static async Task<Api> CreateAsync(Func<BsonDocument, Task> before)
    {
        var api = await Api.CreateAsync();
        await SampleData.InsertAsync(api);
        api.Store.Before = before;
        return api;
    }
}
