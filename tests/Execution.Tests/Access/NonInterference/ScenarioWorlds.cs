using System.Text;
using OwnedData.Bson;
using OwnedData.Execution.Access;
using OwnedData.Execution.Tests.Support;
using OwnedData.Mongo;
using OwnedData.Mongo.Commands;

namespace OwnedData.Execution.Tests.Access.NonInterference;

/// <summary>Two servers of one model: in one there is only what the viewer may see or change, in the other all documents.</summary>
internal sealed class ScenarioWorlds : IDisposable
{
    /// <summary>Documents have a number below this; some numbers have none.</summary>
    public const int Numbers = 20;

    private const string FirstOfServer = "100000000000000000000000";

    private readonly ScenarioModel _model;
    private readonly Api _alone;
    private readonly Api _shared;
    private int _created;

    private ScenarioWorlds(ScenarioModel model, Api alone, Api shared) => (_model, _alone, _shared) = (model, alone, shared);

    public static async Task<ScenarioWorlds> CreateAsync(ScenarioModel model) => new(
        model,
        await Api.CreateAsync(model.Text, limits: Api.WithoutCostLimits),
        await Api.CreateAsync(model.Text, limits: Api.WithoutCostLimits));

    public async Task StoreAsync(IReadOnlyDictionary<ScenarioType, List<ScenarioDocument>> visible, IReadOnlyDictionary<ScenarioType, List<ScenarioDocument>> invisible)
    {
        _created = 0;
        foreach (var type in _model.Types)
        {
            foreach (var api in (Api[])[_alone, _shared])
            {
                await api.Store.ExecuteAsync(new DeleteCommand(type.List) { Filter = BsonDocument.Empty, Multi = true }, default);
                await api.InsertAsync(type.List, [.. visible[type].Select(document => document.ToJson(type.IsOwned))]);
            }

            await _shared.InsertAsync(type.List, [.. invisible[type].Select(document => document.ToJson(type.IsOwned))]);
        }
    }

    /// <summary>Puts another document, or none, where one is that the viewer may not see.</summary>
    public async Task ReplaceAsync(ScenarioType type, int number, ScenarioDocument? document)
    {
        await _shared.Store.ExecuteAsync(new DeleteCommand(type.List) { Filter = BsonDocument.Parse($$"""{ "_id": { "$oid": "{{number:x24}}" } }""") }, default);
        try
        {
            await _shared.InsertAsync(type.List, document is null ? [] : [document.ToJson(type.IsOwned)]);
        }
        catch (StoreException exception) when (exception.Code == StoreErrorCode.DuplicateKey)
        {
            // Somebody else took the name, in the name of the same owner.
        }
    }

    /// <summary>What the two servers answer. Ids that they made are random: they are left out of the answer, and the documents get others.</summary>
    public async Task<(string Alone, string Shared)> RunAsync(string query, Viewer viewer)
    {
        var alone = await _alone.RunAsync(query, viewer);
        var shared = await _shared.RunAsync(query, viewer);
        if (query.Contains("create", StringComparison.Ordinal))
        {
            var number = Numbers + 1000 + ++_created;
            alone = await RenameCreatedAsync(_alone, alone, number);
            shared = await RenameCreatedAsync(_shared, shared, number);
        }

        return (alone, shared);
    }

    public void Dispose()
    {
        _alone.Dispose();
        _shared.Dispose();
    }

    private async Task<string> RenameCreatedAsync(Api api, string response, int number)
    {
        foreach (var type in _model.Types)
        {
            var filter = BsonDocument.Parse($$"""{ "_id": { "$gte": { "$oid": "{{FirstOfServer}}" } } }""");
            var command = new FindAndModifyCommand(type.List) { Filter = filter, Update = null };
            var reply = await api.Store.ExecuteAsync(command, default);
            if (reply.TryGetValue("value"u8, out var value) && value.Type == BsonType.Document)
            {
                var document = new BsonDocument(value.AsDocument().ToArray());
                document.TryGetValue("_id"u8, out var id);
                var text = id.AsObjectId().ToString();
                await api.InsertAsync(type.List, document.ToString().Replace(text, $"{number:x24}", StringComparison.Ordinal));
                response = response.Replace(IdOf(type, text), "(new)", StringComparison.Ordinal);
            }
        }

        return response;
    }

    public static string IdOf(ScenarioType type, int number) => IdOf(type, $"{number:x24}");

    private static string IdOf(ScenarioType type, string id) => Convert.ToBase64String(Encoding.ASCII.GetBytes($"{type.Name}:{id}"));
}
