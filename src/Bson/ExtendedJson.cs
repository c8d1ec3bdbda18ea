using System.Text;
using System.Text.Json;

namespace OwnedData.Bson;

/// <summary>MongoDB Extended JSON v2, for people: golden files, logs, seeds, tests. No request passes here.</summary>
public static class ExtendedJson
{
    /// <summary>How many levels of nesting are written and parsed.</summary>
    internal const int MaxDepth = 200;

    /// <summary>
    /// The same text for the same bytes, on one line. Canonical keeps every type; relaxed shows numbers and dates from 1970 to 9999 as people
    /// write them.
    /// </summary>
    public static string Write(ReadOnlySpan<byte> document, bool canonical) => new ExtendedJsonWriter(canonical).Write(document);

    /// <summary>
    /// Reads either form, mixed too, from one JSON object. Errors name line and column (in UTF-8 bytes). <c>$regex</c> and other operators stay
    /// what they are.
    /// </summary>
    public static BsonDocument Parse(string text)
    {
        byte[] utf8;
        try
        {
            utf8 = BsonWriter.StrictUtf8.GetBytes(text);
        }
        catch (EncoderFallbackException)
        {
            throw new BsonException("Text with half of a surrogate pair has no UTF-8");
        }

        using var writer = new BsonWriter();
        try
        {
            new ExtendedJsonParser(utf8).Parse(writer);
        }
        catch (JsonException exception)
        {
            throw new BsonException($"Not JSON (line {exception.LineNumber + 1}, column {exception.BytePositionInLine + 1})");
        }

        return writer.ToDocument();
    }
}
