using OwnedData.Mongo.Commands;
using OwnedData.Mongo.Native.Tests.Faults;
using static OwnedData.Mongo.Tests.StoreExtensions;

namespace OwnedData.Mongo.Native.Tests;

/// <summary>A connection that breaks once under a command, between a store and a real server.</summary>
public sealed class RetryTests : IDisposable
{
    private readonly string _database = TestMongoDB.NewDatabase();
    private readonly FaultProxy _proxy = new(TestMongoDB.Server);
    private readonly NativeMongoStore _store;

    public RetryTests() => _store = NativeMongoStore.Open(new NativeStoreOptions
    {
        // The members of a replica set are not looked for: they are not behind the proxy.
        Uri = $"mongodb://{TestMongoDB.Credentials}127.0.0.1:{_proxy.Port}/?directConnection=true&serverSelectionTimeoutMS=5000",
        Database = _database,
    });

    [ServerFact]
    public async Task A_read_is_sent_again()
    {
        await _store.InsertAsync("reads", "{_id: 1}");
        _proxy.Plan(Fault.ResetBeforeRequest, "cut_this_read");

        Assert.Equal(["""{"_id": 1}"""], await _store.FindAsync("reads", """{other: {$ne: "cut_this_read"}}"""));
        Assert.Equal(1, _proxy.Faults);
    }

    [ServerFact]
    public async Task On_a_replica_set_an_insert_is_sent_again()
    {
        await _store.InsertAsync("inserts", "{_id: 1}");

        var error = await WriteAsync(new InsertCommand("inserts") { Documents = Documents("""{_id: 2, text: "cut_this_write"}""") });

        Assert.Equal(TestMongoDB.IsReplicaSet ? null : StoreErrorCode.HostUnreachable, error?.Code);
        Assert.Equal(TestMongoDB.IsReplicaSet ? 2 : 1, (await _store.FindAsync("inserts")).Count);
    }

    [ServerFact]
    public async Task On_a_replica_set_a_findAndModify_is_sent_again()
    {
        await _store.InsertAsync("changes", "{_id: 1, a: 1}");

        var error = await WriteAsync(new FindAndModifyCommand("changes") { Filter = Parse("{_id: 1}"), Update = Parse("""{$inc: {a: 1}, $set: {text: "cut_this_write"}}""") });

        Assert.Equal(TestMongoDB.IsReplicaSet ? null : StoreErrorCode.HostUnreachable, error?.Code);
        Assert.Equal(TestMongoDB.IsReplicaSet ? ["""{"a": 2}"""] : ["""{"a": 1}"""], await _store.FindAsync("changes", projection: "{a: 1, _id: 0}"));
    }

    [ServerFact]
    public async Task A_server_that_goes_is_an_error_for_each_command_in_bounded_time()
    {
        using var store = NativeMongoStore.Open(new NativeStoreOptions
        {
            Uri = $"mongodb://{TestMongoDB.Credentials}127.0.0.1:{_proxy.Port}/?directConnection=true&serverSelectionTimeoutMS=300&maxPoolSize=4",
            Database = _database,
        });
        await store.InsertAsync("gone", "{_id: 1}");

        _proxy.Refuse();
        var errors = await Task.WhenAll(Enumerable.Range(0, 20).Select(async number => number % 2 == 0
            ? await store.FailAsync(new InsertCommand("gone") { Documents = Documents($"{{_id: {number + 2}}}") })
            : await Assert.ThrowsAsync<StoreException>(() => store.FindAsync("gone"))));

        Assert.All(errors, error => Assert.Contains(error.Code, new[] { StoreErrorCode.HostUnreachable, StoreErrorCode.FailedToSatisfyReadPreference }));
    }

    public void Dispose()
    {
        _store.Dispose();
        _proxy.Dispose();
        TestMongoDB.Run(_database, "{dropDatabase: 1}");
    }

    private async Task<StoreException?> WriteAsync(ReplyCommand command)
    {
        _proxy.Plan(Fault.ResetBeforeRequest, "cut_this_write");
        var exception = await Record.ExceptionAsync(async () => await _store.ExecuteAsync(command, CancellationToken.None));
        Assert.Equal(1, _proxy.Faults);
        return exception is null ? null : Assert.IsType<StoreException>(exception);
    }
}
