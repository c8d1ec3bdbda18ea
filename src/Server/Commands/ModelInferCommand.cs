using System.CommandLine;
using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo;
using OwnedData.Mongo.Commands;
using OwnedData.Server.ModelInference;
using OwnedData.Server.Startup;

namespace OwnedData.Server.Commands;

/// <summary>`model infer`: a draft of a model from the documents of a database, which it only reads.</summary>
internal static class ModelInferCommand
{
    private const int DefaultSample = 1000;
    private const int LargestSample = 100_000;

    private static readonly BsonDocument s_oldestFirst = BsonDocument.Parse("""{"_id": 1}""");
    private static readonly BsonDocument s_newestFirst = BsonDocument.Parse("""{"_id": -1}""");

    public static Command Create()
    {
        var uri = new Option<string>("--uri")
        {
            Description = $"The MongoDB to read, with its database. Not given: {ConfigurationKeys.MongoUri.Name}, which shows no password to `ps`; else the embedded store.",
            HelpName = "mongodb://…",
        };
        var data = ConfigurationOptions.For(ConfigurationKeys.Data);
        var sample = new Option<int>("--sample") { Description = $"How many documents of each collection to read, up to {LargestSample}. Default: {DefaultSample}", DefaultValueFactory = _ => DefaultSample };
        sample.Validators.Add(result =>
        {
            if (result.GetValue(sample) is < 1 or > LargestSample)
            {
                result.AddError($"--sample must be a number from 1 to {LargestSample}.");
            }
        });
        var command = new Command(
            "infer",
            """
            Drafts a model from the documents of an existing database: types, lists, embedded objects, enumerations, what may be null, and which fields may
            hold the owner. It opens nothing: `model check` refuses each type until you have written who gets in.

            Examples:
              model infer --uri mongodb://localhost/shop > model.graphql
              model infer --data .data --sample 100
            """)
        {
            uri, data, sample,
        };
        command.SetAction((result, cancellationToken) =>
        {
            var given = ConfigurationOptions.Read(result, (ConfigurationKeys.MongoUri, uri), (ConfigurationKeys.Data, data));
            var settings = StoreSettings.Read(ServerBuilder.Create(given, result.GetValue(ConfigurationOptions.Environment)).Configuration);
            return RunAsync(settings, result.GetValue(sample), result.InvocationConfiguration.Output, cancellationToken);
        });
        return command;
    }

    private static async Task RunAsync(StoreSettings settings, int sample, TextWriter output, CancellationToken cancellationToken)
    {
        using var opened = StoreOpening.Open(settings);
        try
        {
            await output.WriteAsync(await DraftAsync(opened.Store, sample, cancellationToken));
        }
        catch (StoreException exception)
        {
            throw new StartupException($"The documents can't be read: {exception.Message}", exception);
        }
    }

    /// <summary>The text of a draft.</summary>
    internal static async Task<string> DraftAsync(IMongoStore store, int sample, CancellationToken cancellationToken)
    {
        var samples = new List<CollectionSample>();
        foreach (var collection in await ListAsync(store, cancellationToken))
        {
            samples.Add(new CollectionSample(collection, await ReadAsync(store, collection, sample, cancellationToken)));
        }

        return ModelDraft.Write(samples, sample);
    }

    // Views and time series can't be written, the server's own collection isn't data.
    private static async Task<List<string>> ListAsync(IMongoStore store, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        await foreach (var batch in store.QueryAsync(new ListCollectionsCommand(), cancellationToken))
        {
            using (batch)
            {
                for (var offset = 0; offset < batch.Length;)
                {
                    var collection = batch.Next(ref offset);
                    if (TextOf(collection, "type"u8) is "collection" && TextOf(collection, "name"u8) is { } name
                        && name != ServerCollection.Name && !name.StartsWith("system.", StringComparison.Ordinal))
                    {
                        names.Add(name);
                    }
                }
            }
        }

        names.Sort(StringComparer.Ordinal);
        return names;
    }

    /// <summary>The oldest and the newest by `_id`, which shows what a shape was and what it has become.</summary>
    private static async Task<ObjectSample> ReadAsync(IMongoStore store, string collection, int most, CancellationToken cancellationToken)
    {
        var documents = new ObjectSample();
        var ids = new HashSet<BsonDocument>();
        foreach (var (sort, limit) in new[] { (s_oldestFirst, (most + 1) / 2), (s_newestFirst, most / 2) }.Where(half => half.Item2 > 0))
        {
            await foreach (var batch in store.QueryAsync(new FindCommand(collection) { Sort = sort, Limit = limit }, cancellationToken))
            {
                using (batch)
                {
                    for (var offset = 0; offset < batch.Length;)
                    {
                        var document = batch.Next(ref offset);
                        if (ids.Add(IdOf(document)))
                        {
                            documents.Add(document.Span, level: 1);
                        }
                    }
                }
            }
        }

        return documents;
    }

    private static BsonDocument IdOf(BsonDocument document)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        if (document.TryGetValue("_id"u8, out var id))
        {
            writer.WriteValue("_id"u8, id);
        }

        writer.WriteEndDocument();
        return writer.ToDocument();
    }

    private static string? TextOf(BsonDocument document, ReadOnlySpan<byte> name) =>
        document.TryGetValue(name, out var value) && value.Type == BsonType.String ? Encoding.UTF8.GetString(value.AsString()) : null;
}
