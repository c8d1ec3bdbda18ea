using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using OwnedData.Bson;
using OwnedData.Execution.Access;
using OwnedData.Execution.Binding;
using OwnedData.Execution.Cursors;
using OwnedData.Execution.Indexes;
using OwnedData.Execution.Responses;
using OwnedData.Execution.Limits;
using OwnedData.Mongo.Commands;
using OwnedData.Mongo.Embedded;
using OwnedData.Schema.Api;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Tests.Support;

/// <summary>The whole pipeline after HTTP over an embedded store in memory, with the sample model unless another is given.</summary>
internal sealed class Api : IDisposable
{
    private static readonly CallerTerms s_terms = new(SeesSchema: true, IsCostEnforced: true);

    private readonly EmbeddedMongoStore _store;
    private readonly OperationCompiler _compiler;
    private readonly OperationBinder _binder;
    private readonly OperationExecutor _executor;

    private Api(ApiSchema schema, int maximumResponseLength, OperationLimits limits)
    {
        var time = new FixedTime();
        _store = EmbeddedMongoStore.Open(new EmbeddedStoreOptions(), time);
        Store = new RecordingStore(_store);
        Schema = schema;
        _compiler = new OperationCompiler(schema, limits);
        _binder = new OperationBinder(schema, new CursorSealer(new byte[CursorSealer.KeyLength]), time, limits);
        _executor = new OperationExecutor(new QueryFilter(Store, schema.Model), maximumResponseLength, exception => exception.GetType().Name);
    }

    public static Viewer Alice { get; } = ViewerOf("alice");

    public static Viewer Bob { get; } = ViewerOf("bob");

    /// <summary>For tests of what the cost would refuse.</summary>
    public static OperationLimits WithoutCostLimits { get; } = OperationLimits.Default with { FieldCost = int.MaxValue, TypeCost = int.MaxValue };

    public RecordingStore Store { get; }

    public ApiSchema Schema { get; }

    public static Viewer ViewerOf(string subject, params string[] scopes) => new()
    {
        Subject = subject,
        Issuer = "https://issuer.example/",
        Scopes = scopes.Length > 0 ? scopes.ToFrozenSet() : FrozenSet.Create("read:notes", "write:notes", "read:contacts", "write:contacts"),
    };

    /// <summary>An API with the model's indexes made, and nothing stored.</summary>
    public static async Task<Api> CreateAsync(string? model = null, int maximumResponseLength = 10_000_000, OperationLimits? limits = null)
    {
        var text = model is null ? await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "model.graphql")) : Encoding.UTF8.GetBytes(model);
        var check = ModelLoader.Load([new ModelSource("model.graphql", text)]);
        var api = new Api(ApiBuilder.Build(check.Model ?? throw new InvalidOperationException(string.Join('\n', check.Errors))), maximumResponseLength, limits ?? OperationLimits.Default);
        foreach (var type in api.Schema.Model.StoredTypes)
        {
            await api.Store.ExecuteAsync(ModelIndexes.ToCommand(type), default);
        }

        api.Store.Clear();
        return api;
    }

    /// <summary>Stores documents as they are, given as Extended JSON: past the gate, as an operator would.</summary>
    public async Task InsertAsync(string collection, params string[] documents)
    {
        foreach (var batch in documents.Chunk(1000))
        {
            await Store.ExecuteAsync(new InsertCommand(collection) { Documents = [.. batch.Select(BsonDocument.Parse)] }, default);
        }

        Store.Clear();
    }

    /// <summary>The response to a request, as JSON text.</summary>
    public async Task<string> RunAsync(string query, Viewer viewer, string? variables = null, string? operationName = null)
    {
        var output = new ArrayBufferWriter<byte>();
        var compiled = _compiler.Compile(Encoding.UTF8.GetBytes(query), operationName, s_terms);
        if (!compiled.TryGetValue(out var plan))
        {
            RequestErrors.Write(compiled.Errors, output);
            return Encoding.UTF8.GetString(output.WrittenSpan);
        }

        using var json = variables is null ? null : JsonDocument.Parse(variables);
        var bound = _binder.Bind(plan, json?.RootElement ?? default, viewer, s_terms);
        if (!bound.TryGetValue(out var operation))
        {
            RequestErrors.Write(bound.Errors, output);
            return Encoding.UTF8.GetString(output.WrittenSpan);
        }

        using (operation)
        {
            await _executor.ExecuteAsync(operation, output, default);
        }

        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    /// <summary>What a request costs, whatever the limits say.</summary>
    public OperationCost CostOf(string query, string? variables = null)
    {
        var compiled = _compiler.Compile(Encoding.UTF8.GetBytes(query), null, s_terms);
        Assert.Equal([], compiled.Errors);
        compiled.TryGetValue(out var plan);
        using var json = variables is null ? null : JsonDocument.Parse(variables);
        var bound = _binder.Bind(plan!, json?.RootElement ?? default, Alice, s_terms with { IsCostEnforced = false });
        Assert.Equal([], bound.Errors);
        bound.TryGetValue(out var operation);
        using (operation)
        {
            return operation!.Cost;
        }
    }

    /// <summary>The plan of a query, as text.</summary>
    public string Plan(string query) =>
        _compiler.Compile(Encoding.UTF8.GetBytes(query), null, s_terms).TryGetValue(out var plan) ? plan.ToString() : "";

    public void Dispose() => _store.Dispose();
}
