using System.Buffers.Text;
using System.Globalization;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using OwnedData.Bson;
using OwnedData.Mongo.Commands;
using OwnedData.Mongo.Native;

namespace OwnedData.Bare;

/// <summary>The one list query by hand, without GraphQL, access rules or a plan: a find through the driver, each document straight into the response.</summary>
internal sealed class StoredNotes : IDisposable
{
    private const int PageSize = 20;

    private static readonly JsonWriterOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly NativeMongoStore _store;
    private readonly FindCommand _find;

    public StoredNotes(string uri, string command)
    {
        _store = NativeMongoStore.Open(new NativeStoreOptions { Uri = uri });
        var document = BsonDocument.Parse(command);
        _find = new FindCommand("notes")
        {
            Filter = PartOf(document, "filter"u8),
            Sort = PartOf(document, "sort"u8),
            Projection = PartOf(document, "projection"u8),
            Limit = PageSize + 1,
            MaxTime = TimeSpan.FromSeconds(30),
        };
    }

    public async Task WriteAsync(PipeWriter output, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(output, s_json);
        json.WriteStartObject();
        json.WriteStartObject("data"u8);
        json.WriteStartObject("notes"u8);
        json.WriteStartArray("nodes"u8);
        var count = 0;
        await foreach (var batch in _store.QueryAsync(_find, cancellationToken))
        {
            using (batch)
            {
                for (var offset = 0; offset < batch.Length && count < PageSize; count++)
                {
                    Write(json, batch.Next(ref offset).Span);
                }
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
    }

    public void Dispose() => _store.Dispose();

    private static BsonDocument PartOf(BsonDocument command, ReadOnlySpan<byte> name)
    {
        command.TryGetValue(name, out var part);
        return new BsonDocument(part.Bytes.ToArray());
    }

    // In the order in which the sample stores them: id, title, tags, createdAt.
    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> note)
    {
        json.WriteStartObject();
        var reader = new BsonReader(note);
        while (reader.Read())
        {
            switch (reader.ElementType)
            {
                case BsonType.ObjectId:
                    WriteId(json, reader.Value.AsObjectId());
                    break;
                case BsonType.String:
                    json.WriteString(reader.NameSpan, reader.Value.AsString());
                    break;
                case BsonType.Array:
                    WriteTexts(json, reader.NameSpan, reader.Value.AsArray());
                    break;
                case BsonType.DateTime:
                    WriteTime(json, reader.NameSpan, reader.Value.AsDateTime());
                    break;
            }
        }

        json.WriteEndObject();
    }

    private static void WriteId(Utf8JsonWriter json, ObjectId id)
    {
        Span<byte> text = stackalloc byte[64];
        "Note:"u8.CopyTo(text);
        id.TryFormat(text[5..], out var length);
        Base64.EncodeToUtf8InPlace(text, 5 + length, out var written);
        json.WriteString("id"u8, text[..written]);
    }

    private static void WriteTexts(Utf8JsonWriter json, ReadOnlySpan<byte> name, ReadOnlySpan<byte> texts)
    {
        json.WriteStartArray(name);
        var reader = new BsonReader(texts);
        while (reader.Read())
        {
            json.WriteStringValue(reader.Value.AsString());
        }

        json.WriteEndArray();
    }

    private static void WriteTime(Utf8JsonWriter json, ReadOnlySpan<byte> name, long milliseconds)
    {
        Span<byte> text = stackalloc byte[32];
        DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).TryFormat(text, out var length, "yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        json.WriteString(name, text[..length]);
    }
}
