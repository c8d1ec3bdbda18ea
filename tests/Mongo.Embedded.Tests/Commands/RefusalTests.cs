using OwnedData.Mongo.Commands;
using OwnedData.Mongo.Embedded.Commands;
using OwnedData.Mongo.Embedded.Querying;
using OwnedData.Mongo.Embedded.Storage;
using static OwnedData.Mongo.Tests.StoreExtensions;

namespace OwnedData.Mongo.Embedded.Tests.Commands;

/// <summary>Commands as bytes that the typed commands would never send.</summary>
public sealed class RefusalTests : IDisposable
{
    private readonly Database _database = Database.Open(new EmbeddedStoreOptions());

    public void Dispose() => _database.Dispose();

    [Theory]
    [InlineData("{find: \"c\", hint: 1}", StoreErrorCode.FailedToParse)]
    [InlineData("{find: 1}", StoreErrorCode.TypeMismatch)]
    [InlineData("{find: \"c\", filter: 1}", StoreErrorCode.TypeMismatch)]
    [InlineData("{find: \"c\", limit: -1}", StoreErrorCode.BadValue)]
    [InlineData("{find: \"c\", limit: 1.5}", StoreErrorCode.TypeMismatch)]
    [InlineData("{find: \"c\", sort: {a: 2}}", StoreErrorCode.IllegalSortDirection)]
    public async Task A_find_that_is_none_is_refused(string command, StoreErrorCode expected) => Assert.Equal(expected, await QueryAsync(new FindHandler(), command));

    [Theory]
    [InlineData("{aggregate: \"c\"}", StoreErrorCode.MissingField)]
    [InlineData("{aggregate: \"c\", pipeline: [{}]}", StoreErrorCode.InvalidPipelineStage)]
    [InlineData("{aggregate: \"c\", pipeline: [{\"$limit\": 1, \"$match\": {}}]}", StoreErrorCode.InvalidPipelineStage)]
    [InlineData("{aggregate: \"c\", pipeline: [{\"$lookup\": {}}]}", StoreErrorCode.FailedToParse)]
    [InlineData("{aggregate: \"c\", pipeline: [{\"$limit\": 0}]}", StoreErrorCode.LimitNotPositive)]
    [InlineData("{aggregate: \"c\", pipeline: [{\"$limit\": \"1\"}]}", StoreErrorCode.InvalidLimitStage)]
    [InlineData("{aggregate: \"c\", pipeline: [{\"$sort\": {}}]}", StoreErrorCode.EmptySortStage)]
    [InlineData("{aggregate: \"c\", pipeline: [{\"$count\": \"\"}]}", StoreErrorCode.InvalidCountField)]
    [InlineData("{aggregate: \"c\", pipeline: [{\"$count\": \"a.b\"}]}", StoreErrorCode.CountFieldIsPath)]
    [InlineData("{aggregate: \"c\", pipeline: [{\"$match\": 1}]}", StoreErrorCode.TypeMismatch)]
    [InlineData("{aggregate: \"c\", pipeline: [], cursor: {batchSize: 1}}", StoreErrorCode.UnknownField)]
    public async Task A_pipeline_that_is_none_is_refused(string command, StoreErrorCode expected) => Assert.Equal(expected, await QueryAsync(new AggregateHandler(), command));

    [Theory]
    [InlineData("{insert: \"c\", documents: [{_id: [1]}]}", StoreErrorCode.InvalidIdField)]
    [InlineData("{insert: \"c\", documents: [1]}", StoreErrorCode.TypeMismatch)]
    [InlineData("{insert: \"c\", capped: false, documents: []}", StoreErrorCode.UnknownField)]
    [InlineData("{insert: \"c\"}", StoreErrorCode.MissingField)]
    public async Task An_insert_that_is_none_is_refused(string command, StoreErrorCode expected) => Assert.Equal(expected, await WriteAsync(new InsertHandler(), command));

    [Theory]
    [InlineData("{createIndexes: \"c\", indexes: [{name: \"x\", key: {}}]}", StoreErrorCode.CannotCreateIndex)]
    [InlineData("{createIndexes: \"c\", indexes: [{name: \"x\", key: {\"a.0\": 1}}]}", StoreErrorCode.CannotCreateIndex)]
    [InlineData("{createIndexes: \"c\", indexes: [{name: \"x\", key: {a: 1}, sparse: true}]}", StoreErrorCode.UnknownField)]
    [InlineData("{createIndexes: \"c\", indexes: [{key: {a: 1}}]}", StoreErrorCode.MissingField)]
    public async Task An_index_that_is_none_is_refused(string command, StoreErrorCode expected) => Assert.Equal(expected, await WriteAsync(new CreateIndexesHandler(), command));

    [Theory]
    [InlineData("{findAndModify: \"c\", query: {}}", StoreErrorCode.FailedToParse)]
    [InlineData("{findAndModify: \"c\", query: {}, remove: true, update: {a: 1}}", StoreErrorCode.FailedToParse)]
    [InlineData("{findAndModify: \"c\", query: {}, remove: true, new: true}", StoreErrorCode.FailedToParse)]
    public async Task A_findAndModify_that_is_none_is_refused(string command, StoreErrorCode expected) => Assert.Equal(expected, await WriteAsync(new FindAndModifyHandler(), command));

    [Theory]
    [InlineData("{update: \"c\", updates: [{q: {}}]}", StoreErrorCode.MissingField)]
    [InlineData("{update: \"c\", updates: [{q: {}, u: {a: 1}, let: {}}]}", StoreErrorCode.UnknownField)]
    public async Task An_update_that_is_none_is_refused(string command, StoreErrorCode expected) => Assert.Equal(expected, await WriteAsync(new UpdateHandler(), command));

    [Theory]
    [InlineData("{delete: \"c\", deletes: [{q: {}}]}", StoreErrorCode.MissingField)]
    [InlineData("{delete: \"c\", deletes: [{q: {}, limit: 2}]}", StoreErrorCode.FailedToParse)]
    public async Task A_delete_that_is_none_is_refused(string command, StoreErrorCode expected) => Assert.Equal(expected, await WriteAsync(new DeleteHandler(), command));

    [Fact]
    public async Task A_query_beyond_its_time_stops()
    {
        var time = new SteppingTime();
        using var store = EmbeddedMongoStore.Open(new EmbeddedStoreOptions(), time);
        await store.InsertAsync("slow", [.. Enumerable.Range(0, 1000).Select(id => $"{{_id: {id}}}")]);

        var error = await Assert.ThrowsAsync<StoreException>(() =>
            store.QueryAsync(new FindCommand("slow") { Filter = Parse("{a: 1}"), MaxTime = TimeSpan.FromMilliseconds(1) }));

        Assert.Equal(StoreErrorCode.MaxTimeMSExpired, error.Code);
    }

    private async Task<StoreErrorCode> QueryAsync(IQueryHandler handler, string command)
    {
        using var session = await _database.BeginReadAsync(CancellationToken.None);
        return Assert.Throws<StoreException>(() =>
        {
            using var source = handler.Open(Parse(command), session, Context());
            source.MoveNext();
        }).Code;
    }

    private async Task<StoreErrorCode> WriteAsync(IWriteHandler handler, string command)
    {
        using var session = await _database.BeginWriteAsync(CancellationToken.None);
        return Assert.Throws<StoreException>(() => CommandReply.ThrowOnError(handler.Run(Parse(command), session, Context()))).Code;
    }

    private static OperationContext Context() => new(TimeProvider.System, CancellationToken.None);

    // Every look at it is a second later.
    private sealed class SteppingTime : TimeProvider
    {
        private long _seconds;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Interlocked.Increment(ref _seconds);
    }
}
