using OwnedData.Bson;
using OwnedData.Mongo.Commands;

namespace OwnedData.Mongo.Embedded.CrashWriter;

/// <summary>Writes to the data folder given as the first argument until it is killed, and prints a line for each acknowledged write: `insert ID` or `update ID`.</summary>
internal static class Program
{
    private const int DocumentsInABatch = 3;

    private static async Task Main(string[] arguments)
    {
        using var store = EmbeddedMongoStore.Open(new EmbeddedStoreOptions { Folder = arguments[0] }, TimeProvider.System);
        await store.ExecuteAsync(Indexes(), CancellationToken.None);
        for (var id = 0; ; id += DocumentsInABatch)
        {
            var documents = Enumerable.Range(id, DocumentsInABatch).Select(Document);
            await store.ExecuteAsync(new InsertCommand("crash") { Documents = [.. documents] }, CancellationToken.None);
            await Console.Out.WriteLineAsync($"insert {id + DocumentsInABatch - 1}");
            await store.ExecuteAsync(Change(id), CancellationToken.None);
            await Console.Out.WriteLineAsync($"update {id}");
        }
    }

    private static CreateIndexesCommand Indexes() => new("crash")
    {
        Indexes =
        [
            new IndexModel("number_1", ExtendedJson.Parse("""{"number": 1}"""), IsUnique: true),
            new IndexModel("tags_1_state_-1", ExtendedJson.Parse("""{"tags": 1, "state": -1}""")),
        ],
    };

    private static BsonDocument Document(int id) => ExtendedJson.Parse(
        $$"""{"_id": {{id}}, "number": {{2 * id}}, "state": "new", "tags": ["a{{id % 7}}", "b{{id % 11}}"], "text": "{{new string('x', id % 5 * 1000)}}"}""");

    private static UpdateCommand Change(int id) => new("crash")
    {
        Filter = ExtendedJson.Parse($$"""{"_id": {{id}} }"""),
        Update = ExtendedJson.Parse($$$"""{"$set": {"state": "changed", "tags": ["c"], "number": {{{2 * id + 1}}} } }"""),
    };
}
