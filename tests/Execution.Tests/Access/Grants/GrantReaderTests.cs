using OwnedData.Bson;
using OwnedData.Execution.Access;
using OwnedData.Execution.Access.Grants;
using OwnedData.Execution.Tests.Support;
using OwnedData.Mongo;
using OwnedData.Mongo.Commands;
using OwnedData.Mongo.Embedded;

namespace OwnedData.Execution.Tests.Access.Grants;

public sealed class GrantReaderTests : IDisposable
{
    private static readonly TimeSpan s_cacheTime = TimeSpan.FromSeconds(10);

    private readonly EmbeddedMongoStore _embedded = EmbeddedMongoStore.Open(new EmbeddedStoreOptions(), TimeProvider.System);
    private readonly RecordingStore _store;
    private readonly ManualTime _time = new();
    private readonly List<string> _reports = [];

    public GrantReaderTests() => _store = new RecordingStore(_embedded);

    [Fact]
    public async Task Permissions_and_roles_join_the_tokens_and_everything_else_is_a_named_value()
    {
        await GrantAsync("""{ "_id": "alice", "permissions": ["all:email"], "roles": ["editor"], "may_email": ["bob", "carol"], "level": 3 }""");
        var viewer = new Viewer { Subject = "alice", Issuer = "i", Scopes = ["s"], Permissions = ["own"], Roles = ["editor", "chair"], Claims = BsonDocument.Parse("""{ "c": 1 }""") };

        var completed = await CreateReader().CompleteAsync(viewer, default);

        Assert.Equal(("alice", "i", "alice", """{"c": 1}"""), (completed.Subject, completed.Issuer, completed.Owner, completed.Claims.ToString()));
        Assert.Equal(["all:email", "own"], completed.Permissions.Order());
        Assert.Equal(["chair", "editor"], completed.Roles.Order());
        Assert.Equal(["s"], completed.Scopes);
        Assert.Equal("""{"may_email": ["bob", "carol"], "level": 3}""", completed.Grants.ToString());
        Assert.Equal(["""{"find": "grants", "filter": {"_id": "alice"}, "limit": 1, "maxTimeMS": 5000}"""], Sent());
    }

    [Fact]
    public async Task The_document_is_that_of_the_viewers_identity_and_not_of_the_bare_subject()
    {
        await GrantAsync("""{ "_id": "alice", "roles": ["wrong"] }""");
        await GrantAsync("""{ "_id": "https://a.example/ alice", "roles": ["right"] }""");

        var completed = await CreateReader().CompleteAsync(new Viewer { Subject = "alice", Owner = "https://a.example/ alice" }, default);

        Assert.Equal(["right"], completed.Roles);
    }

    [Fact]
    public async Task For_the_anonymous_nothing_is_read()
    {
        Assert.Same(Viewer.Anonymous, await CreateReader().CompleteAsync(Viewer.Anonymous, default));
        Assert.Empty(_store.Commands);
    }

    [Fact]
    public async Task Without_a_document_the_viewer_is_who_the_token_says()
    {
        var viewer = new Viewer { Subject = "alice" };

        Assert.Same(viewer, await CreateReader().CompleteAsync(viewer, default));
    }

    [Fact]
    public async Task What_was_read_is_used_up_to_the_time_stated_and_no_longer()
    {
        await GrantAsync("""{ "_id": "alice", "roles": ["old"] }""");
        var reader = CreateReader();
        Assert.Equal(["old"], await RolesAsync(reader));
        await ChangeAsync("alice", """{ "roles": ["new"] }""");

        _time.Advance(s_cacheTime - TimeSpan.FromMilliseconds(1));
        Assert.Equal(["old"], await RolesAsync(reader));
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(["new"], await RolesAsync(reader));
        Assert.Equal(2, Sent().Count);
    }

    [Fact]
    public async Task The_time_counts_from_the_start_of_the_read()
    {
        var reader = CreateReader();
        _store.Before = _ =>
        {
            _time.Advance(TimeSpan.FromSeconds(6));
            return Task.CompletedTask;
        };
        await RolesAsync(reader);
        _store.Before = null;

        _time.Advance(TimeSpan.FromSeconds(3));
        await RolesAsync(reader);
        Assert.Single(Sent());

        _time.Advance(TimeSpan.FromSeconds(1));
        await RolesAsync(reader);
        Assert.Equal(2, Sent().Count);
    }

    [Fact]
    public async Task Requests_of_one_subject_at_once_share_a_read_and_others_do_not_wait_for_it()
    {
        await GrantAsync("""{ "_id": "alice", "roles": ["editor"] }""");
        var reader = CreateReader();
        var gate = new TaskCompletionSource();
        _store.Before = command => command.ToString().Contains("alice", StringComparison.Ordinal) ? gate.Task : Task.CompletedTask;

        var waiting = Enumerable.Range(0, 20).Select(_ => RolesAsync(reader)).ToList();
        Assert.Empty(await RolesAsync(reader, "bob"));
        Assert.All(waiting, task => Assert.False(task.IsCompleted));
        gate.SetResult();

        Assert.All(await Task.WhenAll(waiting), roles => Assert.Equal(["editor"], roles));
        Assert.Equal(2, Sent().Count);
    }

    [Fact]
    public async Task Who_waited_for_another_requests_read_until_it_was_too_old_reads_anew()
    {
        await GrantAsync("""{ "_id": "alice", "roles": ["old"] }""");
        var reader = CreateReader();
        var gate = new TaskCompletionSource();
        _store.Before = _ => gate.Task;
        var first = RolesAsync(reader);
        var second = RolesAsync(reader);

        _time.Advance(s_cacheTime);
        gate.SetResult();

        Assert.Equal(["old"], await first);
        Assert.Equal(["old"], await second);
        Assert.Equal(2, Sent().Count);
    }

    [Fact]
    public async Task The_first_request_that_goes_away_does_not_take_the_read_from_the_others()
    {
        await GrantAsync("""{ "_id": "alice", "roles": ["editor"] }""");
        var reader = CreateReader();
        var gate = new TaskCompletionSource();
        _store.Before = _ => gate.Task;
        using var leaving = new CancellationTokenSource();
        var first = reader.CompleteAsync(new Viewer { Subject = "alice" }, leaving.Token).AsTask();
        var second = RolesAsync(reader);

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        gate.SetResult();

        Assert.Equal(["editor"], await second);
        Assert.Single(Sent());
    }

    [Fact]
    public async Task A_failed_read_fails_the_request_and_is_not_kept()
    {
        await GrantAsync("""{ "_id": "alice", "roles": ["editor"] }""");
        var reader = CreateReader();
        _store.Before = _ => throw new StoreException(StoreErrorCode.InternalError, "broken");

        await Assert.ThrowsAsync<StoreException>(() => RolesAsync(reader));
        _store.Before = null;

        Assert.Equal(["editor"], await RolesAsync(reader));
    }

    [Fact]
    public async Task A_failed_read_does_not_bring_back_what_was_read_before()
    {
        await GrantAsync("""{ "_id": "alice", "roles": ["editor"] }""");
        var reader = CreateReader();
        await RolesAsync(reader);
        _time.Advance(s_cacheTime);
        _store.Before = _ => throw new StoreException(StoreErrorCode.InternalError, "broken");

        await Assert.ThrowsAsync<StoreException>(() => RolesAsync(reader));
        await Assert.ThrowsAsync<StoreException>(() => RolesAsync(reader));
    }

    [Fact]
    public async Task Without_a_cache_time_every_request_reads_for_itself()
    {
        var reader = CreateReader(TimeSpan.Zero);
        await RolesAsync(reader);
        await GrantAsync("""{ "_id": "alice", "roles": ["new"] }""");

        Assert.Equal(["new"], await RolesAsync(reader));
        Assert.Equal(2, Sent().Count);
    }

    [Fact]
    public async Task A_document_of_the_wrong_shape_gives_nothing_and_is_reported()
    {
        await GrantAsync("""{ "_id": "alice", "roles": ["editor"], "permissions": "all:email", "may_email": ["bob"] }""");
        var viewer = new Viewer { Subject = "alice", Permissions = ["own"] };

        Assert.Same(viewer, await CreateReader().CompleteAsync(viewer, default));
        Assert.Equal(["alice: `permissions` is no list of strings"], _reports);
    }

    public void Dispose() => _embedded.Dispose();

    private GrantReader CreateReader(TimeSpan? cacheTime = null) => new(
        _store, new GrantSource("grants", cacheTime ?? s_cacheTime, TimeSpan.FromSeconds(5)), _time, (subject, problem) => _reports.Add($"{subject}: {problem}"));

    private static async Task<string[]> RolesAsync(GrantReader reader, string subject = "alice") =>
        [.. (await reader.CompleteAsync(new Viewer { Subject = subject }, default)).Roles];

    private async Task GrantAsync(string document) =>
        await _embedded.ExecuteAsync(new InsertCommand("grants") { Documents = [BsonDocument.Parse(document)] }, default);

    private async Task ChangeAsync(string subject, string document) => await _embedded.ExecuteAsync(
        new UpdateCommand("grants") { Filter = BsonDocument.Parse($$"""{ "_id": "{{subject}}" }"""), Update = BsonDocument.Parse(document) }, default);

    private List<string> Sent() => [.. _store.Commands.Select(command => command.ToString())];
}
