using System.Buffers;
using System.Text;
using OwnedData.Execution;
using OwnedData.Execution.Access;
using OwnedData.Execution.Binding;
using OwnedData.Execution.Cursors;
using OwnedData.Execution.Limits;
using OwnedData.Execution.Responses;
using OwnedData.GraphQL.Types;
using OwnedData.Mongo.Embedded;
using OwnedData.Schema.Api;
using OwnedData.Schema.Model;

namespace OwnedData.Judge;

/// <summary>The API of the model that the server comes with, over an empty store in memory, as an anonymous caller sees it.</summary>
internal sealed class SampleApi : IDisposable
{
    private const int MaximumResponseLength = 10_000_000;

    private static readonly CallerTerms s_terms = new(SeesSchema: true, IsCostEnforced: true);

    private readonly EmbeddedMongoStore _store = EmbeddedMongoStore.Open(new EmbeddedStoreOptions(), TimeProvider.System);
    private readonly OperationCompiler _compiler;
    private readonly OperationBinder _binder;
    private readonly OperationExecutor _executor;

    public SampleApi()
    {
        var text = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "model.graphql"));
        var check = ModelLoader.Load([new ModelSource("model.graphql", text)]);
        var api = ApiBuilder.Build(check.Model ?? throw new InvalidOperationException(string.Join('\n', check.Errors)));
        Schema = api.Schema;
        _compiler = new OperationCompiler(api, OperationLimits.Default);
        _binder = new OperationBinder(api, new CursorSealer(new byte[CursorSealer.KeyLength]), TimeProvider.System, OperationLimits.Default);
        _executor = new OperationExecutor(new QueryFilter(_store, api.Model), MaximumResponseLength, exception => exception.ToString());
    }

    public GraphQLSchema Schema { get; }

    /// <summary>The response to a request without variables, as JSON text.</summary>
    public async ValueTask<string> ExecuteAsync(string text)
    {
        var output = new ArrayBufferWriter<byte>();
        var bound = _compiler.Compile(Encoding.UTF8.GetBytes(text), null, s_terms).Then(plan => _binder.Bind(plan, default, Viewer.Anonymous, s_terms));
        if (bound.TryGetValue(out var operation))
        {
            using (operation)
            {
                await _executor.ExecuteAsync(operation, output, default);
            }
        }
        else
        {
            RequestErrors.Write(bound.Errors, output);
        }

        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    public void Dispose() => _store.Dispose();
}
