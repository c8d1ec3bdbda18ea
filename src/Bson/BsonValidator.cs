using System.Text.Unicode;

namespace OwnedData.Bson;

/// <summary>
/// Checks a whole document, all levels down: what comes from outside passes here once, and the readers after it may trust its depth and its
/// UTF-8.
/// </summary>
public static class BsonValidator
{
    /// <summary>MongoDB's own limit of nesting.</summary>
    public const int DefaultMaxDepth = 100;

    /// <summary>
    /// Throws <see cref="BsonException"/> unless every element of every level is well-formed, all text is UTF-8 and the nesting is at most
    /// <paramref name="maxDepth"/> (the outermost document counts).
    /// </summary>
    public static void Validate(ReadOnlySpan<byte> document, int maxDepth = DefaultMaxDepth) => Validate(document, maxDepth, offset: 0);

    private static void Validate(ReadOnlySpan<byte> document, int depthLeft, int offset)
    {
        if (depthLeft <= 0)
        {
            BsonException.Throw("The document is nested too deeply", offset);
        }

        var reader = new BsonReader(document, offset);
        while (reader.Read())
        {
            CheckText(reader.NameSpan, offset + reader.ElementOffset + 1);
            ValidateValue(reader.Value, depthLeft, offset + reader.ValueOffset);
        }
    }

    private static void ValidateValue(BsonValue value, int depthLeft, int offset)
    {
        switch (value.Type)
        {
            case BsonType.Document or BsonType.Array:
                Validate(value.Bytes, depthLeft - 1, offset);
                break;
            case BsonType.String or BsonType.Symbol or BsonType.JavaScript:
                CheckText(value.Bytes[4..], offset + 4);
                break;
            case BsonType.RegularExpression:
                CheckText(value.Bytes, offset);
                break;
            case BsonType.DbPointer:
                CheckText(value.Bytes[4..^ObjectId.Length], offset + 4);
                break;
            case BsonType.JavaScriptWithScope:
                var codeLength = BsonLayout.MeasureString(value.Bytes[4..], offset + 4);
                CheckText(value.Bytes.Slice(8, codeLength - 4), offset + 8);
                Validate(value.Bytes[(4 + codeLength)..], depthLeft - 1, offset + 4 + codeLength);
                break;
            default:
                break;
        }
    }

    private static void CheckText(ReadOnlySpan<byte> text, int offset)
    {
        if (!Utf8.IsValid(text))
        {
            BsonException.Throw("Text is not UTF-8", offset);
        }
    }
}
