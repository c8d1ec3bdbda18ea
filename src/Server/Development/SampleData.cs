using System.Globalization;
using OwnedData.Bson;

namespace OwnedData.Server.Development;

/// <summary>
/// The sample users' documents as they lie in the store. Ids and dates are fixed, so that examples in the documentation stay true;
/// within a collection they come in the order of their ids.
/// </summary>
internal static class SampleData
{
    public const int CarolsNotes = 10_000;

    private const long FirstCarolNote = 0x0c000000;

    private static readonly DateTimeOffset s_firstDay = new(2025, 1, 1, 6, 0, 0, TimeSpan.Zero);
    private static readonly string[] s_subjects = ["Sourdough", "Swifts", "Chess endgame", "Night train", "Telescope", "Rye field", "Old map", "Violin", "Glacier", "Compost"];
    private static readonly string[] s_verbs = ["observed", "planned", "repaired", "measured", "compared", "tasted", "sketched", "explained"];
    private static readonly string[] s_tags = ["garden", "music", "travel", "kitchen", "stars", "maps", "birds", "books"];
    private static readonly (string City, string Country)[] s_places = [("Lisbon", "PT"), ("Bergen", "NO"), ("Ghent", "BE"), ("Kyoto", "JP"), ("Valparaíso", "CL")];

    /// <summary>The collection of the sample users' grants.</summary>
    public const string Grants = "grants";

    /// <summary>The collections that have sample documents.</summary>
    public static readonly string[] Collections = ["notes", "contacts", "notebooks", "documents", "people", "messages", "announcements", Grants];

    public static IEnumerable<BsonDocument> Read(string collection) =>
        collection == "notes" ? ReadFile(collection).Concat(CreateCarolsNotes()) : ReadFile(collection);

    private static IEnumerable<BsonDocument> ReadFile(string collection)
    {
        using var stream = typeof(SampleData).Assembly.GetManifestResourceStream($"OwnedData.Server.Development.{collection}.jsonl")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            yield return ExtendedJson.Parse(line);
        }
    }

    private static IEnumerable<BsonDocument> CreateCarolsNotes()
    {
        using var writer = new BsonWriter();
        for (var number = 1; number <= CarolsNotes; number++)
        {
            writer.Reset();
            WriteNote(writer, number);
            yield return writer.ToDocument();
        }
    }

    private static void WriteNote(BsonWriter writer, int number)
    {
        var created = s_firstDay.AddMinutes(number * 73L);
        var (city, country) = s_places[number % s_places.Length];
        writer.WriteStartDocument();
        writer.WriteObjectId("_id"u8, new ObjectId(Convert.FromHexString($"5eed000000000000{FirstCarolNote + number:x8}")));
        writer.WriteString("owner_id"u8, "carol"u8);
        writer.WriteString("title"u8, string.Create(CultureInfo.InvariantCulture, $"{s_subjects[number % 10]} {s_verbs[number % 8]}, entry {number}"));
        writer.WriteString("body"u8, string.Create(CultureInfo.InvariantCulture, $"Entry {number} of the long diary, written in {city}."));
        writer.WriteStartArray("tags"u8);
        writer.WriteString(s_tags[number % 8]);
        if (number % 3 == 0)
        {
            writer.WriteString(s_tags[(number + 3) % 8]);
        }

        writer.WriteEndArray();
        writer.WriteBoolean("pinned"u8, number % 500 == 0);
        writer.WriteString("status"u8, number % 4 == 0 ? "DRAFT"u8 : "FINAL"u8);
        writer.WriteStartDocument("place"u8);
        writer.WriteString("city"u8, city);
        writer.WriteString("country"u8, country);
        writer.WriteEndDocument();
        writer.WriteDateTime("createdAt"u8, created.ToUnixTimeMilliseconds());
        writer.WriteDateTime("updatedAt"u8, created.AddMinutes(number * 7919L % 1440).ToUnixTimeMilliseconds());
        writer.WriteEndDocument();
    }
}
