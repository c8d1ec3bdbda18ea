using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using OwnedData.Bson;
using OwnedData.Mongo.Commands;

namespace OwnedData.Mongo.Tests;

/// <summary>Commands written as Extended JSON, answers read as it.</summary>
internal static partial class StoreExtensions
{
    /// <summary>Reads Extended JSON whose plain names may stand without quotes.</summary>
    internal static BsonDocument Parse(string json) => ExtendedJson.Parse(PlainName().Replace(json, "$1\"$2\":"));

    internal static string Json(BsonDocument document) => ExtendedJson.Write(document.Span, canonical: false);

    internal static async Task InsertAsync(this IMongoStore store, string collection, params string[] documents) =>
        await store.ExecuteAsync(new InsertCommand(collection) { Documents = [.. documents.Select(Parse)] }, CancellationToken.None);

    internal static Task<List<string>> FindAsync(
        this IMongoStore store, string collection, string filter = "{}", string sort = "{}", int limit = 0, string projection = "{}") =>
        store.QueryAsync(new FindCommand(collection) { Filter = Parse(filter), Sort = Parse(sort), Limit = limit, Projection = Parse(projection) });

    internal static Task<List<string>> AggregateAsync(this IMongoStore store, string collection, params string[] pipeline) =>
        store.QueryAsync(new AggregateCommand(collection) { Pipeline = [.. pipeline.Select(Parse)] });

    internal static async Task<List<string>> QueryAsync(this IMongoStore store, QueryCommand command)
    {
        var documents = new List<string>();
        await foreach (var batch in store.QueryAsync(command, CancellationToken.None))
        {
            using (batch)
            {
                for (var offset = 0; offset < batch.Length;)
                {
                    documents.Add(Json(batch.Next(ref offset)));
                }
            }
        }

        return documents;
    }

    internal static async Task<string> RunAsync(this IMongoStore store, ReplyCommand command) =>
        Json(await store.ExecuteAsync(command, CancellationToken.None));

    /// <summary>The named elements of the reply: their order is the server's affair, and some servers say more.</summary>
    internal static async Task<string> RunAsync(this IMongoStore store, ReplyCommand command, params string[] names) =>
        Pick(await store.ExecuteAsync(command, CancellationToken.None), names);

    /// <summary>The named elements that are there, in this order.</summary>
    internal static string Pick(BsonDocument document, params string[] names)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        foreach (var name in names.Select(Encoding.UTF8.GetBytes))
        {
            if (document.TryGetValue(name, out var value))
            {
                writer.WriteName(name);
                writer.WriteValue(value);
            }
        }

        writer.WriteEndDocument();
        return Json(writer.ToDocument());
    }

    internal static Task<string> CreateIndexAsync(this IMongoStore store, string collection, string name, string keys, bool unique = false) =>
        store.RunAsync(new CreateIndexesCommand(collection) { Indexes = [new IndexModel(name, Parse(keys), unique)] });

    internal static async Task<StoreException> FailAsync(this IMongoStore store, ReplyCommand command) =>
        await Assert.ThrowsAsync<StoreException>(async () => await store.ExecuteAsync(command, CancellationToken.None));

    [GeneratedRegex("""([{,]\s*)([$\w]+):""")]
    private static partial Regex PlainName();

    internal static ImmutableArray<BsonDocument> Documents(params string[] documents) => [.. documents.Select(Parse)];
}
