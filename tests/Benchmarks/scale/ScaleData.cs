using OwnedData.Bson;
using OwnedData.Mongo;
using OwnedData.Mongo.Commands;

namespace OwnedData.Benchmarks.Scale;

/// <summary>What any number of owners have in the sample model: a few notes and a document each, a hundred of them in one organisation of ten departments.</summary>
internal static class ScaleData
{
    public const int NotesOfTheViewer = 30;

    private const int NotesOfOthers = 3;
    private const int OwnersOfAnOrganisation = 100;
    private const int Departments = 10;
    private const int Batch = 1000;

    /// <summary>Owner 0 is the viewer.</summary>
    public static string Owner(int number) => $"owner-{number}";

    public static string Organisation(int number) => $"org-{number / OwnersOfAnOrganisation}";

    public static string Department(int number) => $"department-{number % Departments}";

    public static async Task FillAsync(IMongoStore store, int owners)
    {
        await InsertAsync(store, "notes", Enumerable.Range(0, owners).SelectMany(owner => Enumerable.Range(0, owner == 0 ? NotesOfTheViewer : NotesOfOthers).Select(index => Note(owner, index))));
        await InsertAsync(store, "documents", Enumerable.Range(0, owners).Select(Document));
    }

    private static async Task InsertAsync(IMongoStore store, string collection, IEnumerable<BsonDocument> documents)
    {
        foreach (var batch in documents.Chunk(Batch))
        {
            await store.ExecuteAsync(new InsertCommand(collection) { Documents = [.. batch] }, default);
        }
    }

    private static BsonDocument Note(int owner, int index)
    {
        using var writer = Start(owner, index);
        writer.WriteBoolean("pinned"u8, index % 3 == 0);
        writer.WriteStartArray("tags"u8);
        writer.WriteString(index % 2 == 0 ? "home" : "work");
        writer.WriteEndArray();
        writer.WriteString("status"u8, "DRAFT");
        writer.WriteEndDocument();
        return writer.ToDocument();
    }

    private static BsonDocument Document(int owner)
    {
        using var writer = Start(owner, 0);
        writer.WriteString("text"u8, "");
        writer.WriteString("department"u8, Department(owner));
        writer.WriteStartArray("readers"u8);
        writer.WriteString(Owner(owner + 1));
        writer.WriteEndArray();
        writer.WriteStartArray("editors"u8);
        writer.WriteEndArray();
        writer.WriteString("classification"u8, "NORMAL");
        writer.WriteString("org_id"u8, Organisation(owner));
        writer.WriteString("createdBy"u8, Owner(owner));
        writer.WriteInt32("version"u8, 1);
        writer.WriteEndDocument();
        return writer.ToDocument();
    }

    private static BsonWriter Start(int owner, int index)
    {
        var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteObjectId("_id"u8, ObjectId.NewId(TimeProvider.System));
        writer.WriteString("owner_id"u8, Owner(owner));
        writer.WriteString("title"u8, $"{index} of {owner}");
        writer.WriteDateTime("createdAt"u8, 1_700_000_000_000 + owner + index);
        writer.WriteDateTime("updatedAt"u8, 1_700_000_000_000 + owner + index);
        return writer;
    }
}
