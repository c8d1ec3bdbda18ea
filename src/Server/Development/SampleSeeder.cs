using System.Collections.Immutable;
using OwnedData.Bson;
using OwnedData.Mongo;
using OwnedData.Mongo.Commands;

namespace OwnedData.Server.Development;

/// <summary>Writes the sample documents straight to the store, owners included: before the first request, or by the `seed` command.</summary>
internal sealed class SampleSeeder(IMongoStore store, TextWriter output)
{
    private const int BatchSize = 1000;

    /// <summary>Fills the collections that are empty.</summary>
    public async Task FillEmptyAsync(CancellationToken cancellationToken)
    {
        foreach (var collection in SampleData.Collections)
        {
            if (await IsEmptyAsync(collection, cancellationToken))
            {
                await InsertAsync(collection, cancellationToken);
            }
        }
    }

    /// <summary>Puts every sample document back as it was; leaves all others alone.</summary>
    public async Task ResetAsync(CancellationToken cancellationToken)
    {
        foreach (var collection in SampleData.Collections)
        {
            await store.ExecuteAsync(new DeleteCommand(collection) { Filter = AllSamples(collection), Multi = true }, cancellationToken);
            await InsertAsync(collection, cancellationToken);
        }
    }

    private async Task InsertAsync(string collection, CancellationToken cancellationToken)
    {
        var written = 0;
        await output.WriteAsync($"Sample data, {collection}: ");
        foreach (var batch in SampleData.Read(collection).Chunk(BatchSize))
        {
            await store.ExecuteAsync(new InsertCommand(collection) { Documents = ImmutableArray.Create(batch) }, cancellationToken);
            written += batch.Length;
            await output.WriteAsync('.');
        }

        await output.WriteLineAsync($" {written}");
    }

    private async Task<bool> IsEmptyAsync(string collection, CancellationToken cancellationToken)
    {
        var isEmpty = true;
        await foreach (var batch in store.QueryAsync(new FindCommand(collection) { Limit = 1 }, cancellationToken))
        {
            using (batch)
            {
                isEmpty &= batch.Count == 0;
            }
        }

        return isEmpty;
    }

    private static BsonDocument AllSamples(string collection)
    {
        BsonDocument? first = null;
        var last = default(BsonDocument);
        foreach (var document in SampleData.Read(collection))
        {
            first ??= document;
            last = document;
        }

        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteStartDocument("_id"u8);
        writer.WriteValue("$gte"u8, IdOf(first!.Value));
        writer.WriteValue("$lte"u8, IdOf(last));
        writer.WriteEndDocument();
        writer.WriteEndDocument();
        return writer.ToDocument();
    }

    private static BsonValue IdOf(BsonDocument document) =>
        document.TryGetValue("_id"u8, out var id) ? id : throw new InvalidOperationException("A sample document has no _id.");
}
