using OwnedData.Bson;
using OwnedData.Mongo.Commands;
using static OwnedData.Mongo.Tests.StoreExtensions;

namespace OwnedData.Mongo.Embedded.Tests.Storage;

public sealed class IntegrityTests
{
    private static readonly string[] s_indexes = ["{a: 1}", "{a: -1, b: 1}", "{\"a.b\": 1}", "{c: -1, _id: 1}"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Indexes_agree_with_the_documents_after_any_writes(int seed)
    {
        using var folder = new TemporaryFolder();
        using var store = folder.OpenStore();
        var random = new RandomValues(seed);
        foreach (var keys in s_indexes)
        {
            await store.CreateIndexAsync("random", keys, keys);
        }

        await store.CreateIndexAsync("random", "unique", "{u: 1}", unique: true);
        for (var round = 0; round < 600; round++)
        {
            await WriteAsync(store, random);
        }

        Assert.NotEmpty(await store.FindAsync("random"));
        Assert.Empty(await store.VerifyIntegrityAsync(CancellationToken.None));
    }

    private static async Task WriteAsync(EmbeddedMongoStore store, RandomValues random)
    {
        ReplyCommand command = random.Next(5) switch
        {
            0 or 1 => new InsertCommand("random") { Documents = [RandomDocument(random, withId: true), RandomDocument(random, withId: true)] },
            2 => new UpdateCommand("random") { Filter = ById(random, "$gte"), Update = Set(random), Multi = true },
            3 => new FindAndModifyCommand("random") { Filter = ById(random, "$eq"), Update = RandomDocument(random, withId: false), Upsert = true },
            _ => new DeleteCommand("random") { Filter = ById(random, "$eq") },
        };
        try
        {
            await store.ExecuteAsync(command, CancellationToken.None);
        }
        catch (StoreException error) when (error.Code is StoreErrorCode.DuplicateKey or StoreErrorCode.CannotIndexParallelArrays)
        {
            // Wanted now and then: what is undone must leave no entry either.
        }
    }

    private static BsonDocument RandomDocument(RandomValues random, bool withId)
    {
        using var values = new BsonWriter();
        random.WriteDocument(values, depth: 2);
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        if (withId)
        {
            writer.WriteInt32("_id"u8, random.Next(60));
        }

        writer.WriteInt32("u"u8, random.Next(80));
        var reader = new BsonReader(values.WrittenSpan);
        while (reader.Read())
        {
            writer.WriteValue(reader.NameSpan, reader.Value);
        }

        writer.WriteEndDocument();
        return writer.ToDocument();
    }

    private static BsonDocument Set(RandomValues random)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteDocument("$set"u8, RandomDocument(random, withId: false));
        writer.WriteEndDocument();
        return writer.ToDocument();
    }

    private static BsonDocument ById(RandomValues random, string comparison) => Parse($"{{_id: {{{comparison}: {random.Next(60)}}}}}");
}
