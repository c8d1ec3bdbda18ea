using System.Text;
using OwnedData.Bson;

namespace OwnedData.Execution.Responses;

/// <summary>How an error names a stored document: by its `_id`, cut off where a text is long.</summary>
internal static class DocumentIdText
{
    private const int LongestText = 64;

    /// <summary>`document 65f0…`, or `a document` when its `_id` was not fetched or has no short text.</summary>
    public static string Describe(ReadOnlySpan<byte> document)
    {
        var reader = new BsonReader(document);
        while (reader.Read())
        {
            if (reader.NameSpan.SequenceEqual("_id"u8))
            {
                return Format(reader.Value) is { } text ? $"document {text}" : "a document";
            }
        }

        return "a document";
    }

    private static string? Format(BsonValue id)
    {
        switch (id.Type)
        {
            case BsonType.ObjectId:
                return id.AsObjectId().ToString();
            case BsonType.Int32:
                return id.AsInt32().ToString();
            case BsonType.Int64:
                return id.AsInt64().ToString();
            case BsonType.Binary:
                return UuidBytes.TryRead(id, out var uuid) ? uuid.ToString() : null;
            case BsonType.String:
                var text = Encoding.UTF8.GetString(id.AsString());
                return text.Length <= LongestText ? text : text[..LongestText] + "…";
            default:
                return null;
        }
    }
}
