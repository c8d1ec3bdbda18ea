using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using OwnedData.Bson;
using OwnedData.Execution;
using OwnedData.Execution.Access;
using OwnedData.Execution.Access.Explain;
using OwnedData.Execution.Binding;
using OwnedData.Execution.Cursors;
using OwnedData.Execution.Limits;
using OwnedData.Mongo;
using OwnedData.Mongo.Commands;
using OwnedData.Mongo.Embedded;
using OwnedData.Server.Startup;

namespace OwnedData.Server.Tests.Access;

/// <summary>A field's find and count carry the same filter and run side by side: each is explained by what itself read.</summary>
public sealed class ExplainOrderTests
{
    [Fact]
    public async Task Two_questions_alike_that_are_asked_at_once_keep_their_own_commands()
    {
        var api = ApiLoading.Load(Path.GetFullPath("../../AccessTesting/documents.graphql", ThisFile()));
        using var embedded = EmbeddedMongoStore.Open(new EmbeddedStoreOptions(), TimeProvider.System);
        var terms = new CallerTerms(SeesSchema: true, IsCostEnforced: false);
        var viewer = new Viewer { Subject = "alice", Scopes = ["read:documents"], Claims = BsonDocument.Parse("""{ "org": "acme" }""") };
        var binder = new OperationBinder(api, new CursorSealer(new byte[CursorSealer.KeyLength]), TimeProvider.System, OperationLimits.Default);
        var bound = new OperationCompiler(api, OperationLimits.Default).Compile("{ documents { nodes { title } totalCount } }"u8.ToArray(), null, terms)
            .Then(plan => binder.Bind(plan, default(JsonElement), viewer, terms));
        Assert.True(bound.TryGetValue(out var operation));
        using (operation)
        {
            operation.Recorder = new AccessRecorder(api.Model);

            await new OperationExecutor(new QueryFilter(new AtOnce(embedded), api.Model), 1024, exception => throw exception)
                .ExecuteAsync(operation, new ArrayBufferWriter<byte>(), default);

            Assert.Equal(
                ["aggregate", "find"],
                operation.Recorder.Commands.Select(command => command.Command!.Value.TryGetValue("find"u8, out _) ? "find" : "aggregate").Order(StringComparer.Ordinal));
        }
    }

    private static string ThisFile([CallerFilePath] string thisFile = "") => thisFile;

    /// <summary>Explains no command before two are to be explained.</summary>
    private sealed class AtOnce(IMongoStore store) : IMongoStore
    {
        private static readonly TimeSpan s_never = TimeSpan.FromSeconds(30);

        private readonly TaskCompletionSource _both = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _count;

        public IAsyncEnumerable<DocumentBatch> QueryAsync(QueryCommand command, CancellationToken cancellationToken) => store.QueryAsync(command, cancellationToken);

        public async ValueTask<BsonDocument> ExecuteAsync(ReplyCommand command, CancellationToken cancellationToken)
        {
            if (Interlocked.Increment(ref _count) == 2)
            {
                _both.SetResult();
            }

            await _both.Task.WaitAsync(s_never, cancellationToken);
            return await store.ExecuteAsync(command, cancellationToken);
        }
    }
}
