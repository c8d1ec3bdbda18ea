using System.Globalization;
using System.Text;
using System.Text.Json;

namespace OwnedData.Bson;

/// <summary>
/// Turns one JSON object into BSON. JSON's own errors leave it as <see cref="JsonException"/>, all others as <see cref="BsonException"/> with
/// their place.
/// </summary>
internal ref partial struct ExtendedJsonParser
{
    // What a type's wrapper may add below the deepest document.
    private const int WrapperLevels = 3;

    private readonly ReadOnlySpan<byte> _utf8;
    private Utf8JsonReader _reader;

    internal ExtendedJsonParser(ReadOnlySpan<byte> utf8)
    {
        _utf8 = utf8;
        _reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = ExtendedJson.MaxDepth + WrapperLevels });
    }

    internal void Parse(BsonWriter writer)
    {
        Expect(JsonTokenType.StartObject, "An object");
        ParseDocument(writer, depth: 1);

        // What follows the object is for the JSON reader to refuse.
        _reader.Read();
    }

    private void ParseDocument(BsonWriter writer, int depth)
    {
        CheckDepth(depth);
        writer.WriteStartDocument();
        while (Next() != JsonTokenType.EndObject)
        {
            writer.WriteName(Encoding.UTF8.GetBytes(TextWithoutNul()));
            Next();
            ParseValue(writer, depth);
        }

        writer.WriteEndDocument();
    }

    private void ParseArray(BsonWriter writer, int depth)
    {
        CheckDepth(depth);
        writer.WriteStartArray();
        while (Next() != JsonTokenType.EndArray)
        {
            ParseValue(writer, depth);
        }

        writer.WriteEndArray();
    }

    private void ParseValue(BsonWriter writer, int depth)
    {
        switch (_reader.TokenType)
        {
            case JsonTokenType.StartObject:
                if (!TryParseWrapper(writer, depth))
                {
                    ParseDocument(writer, depth + 1);
                }

                break;
            case JsonTokenType.StartArray:
                ParseArray(writer, depth + 1);
                break;
            case JsonTokenType.String:
                writer.WriteString(Text());
                break;
            case JsonTokenType.Number:
                ParseNumber(writer);
                break;
            case JsonTokenType.True or JsonTokenType.False:
                writer.WriteBoolean(_reader.GetBoolean());
                break;
            default:
                writer.WriteNull();
                break;
        }
    }

    // The smallest type that holds the number as it is written: 1 is an Int32, 1.0 and 1e0 are doubles.
    private void ParseNumber(BsonWriter writer)
    {
        if (_reader.TryGetInt32(out var int32))
        {
            writer.WriteInt32(int32);
        }
        else if (_reader.TryGetInt64(out var int64))
        {
            writer.WriteInt64(int64);
        }
        else
        {
            writer.WriteDouble(ParseDouble(Encoding.UTF8.GetString(_reader.ValueSpan)));
        }
    }

    private readonly double ParseDouble(string text)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (!double.TryParse(text, Style, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
        {
            throw Failure("Not a number, or none that a double can hold");
        }

        return value;
    }

    private readonly void CheckDepth(int depth)
    {
        if (depth > ExtendedJson.MaxDepth)
        {
            throw Failure($"Nested more than {ExtendedJson.MaxDepth} levels deep");
        }
    }

    private JsonTokenType Next()
    {
        // Unfinished text is the JSON reader's error, so there is always a token inside an object.
        _reader.Read();
        return _reader.TokenType;
    }

    private void Expect(JsonTokenType type, string expected) => Require(Next() == type, expected);

    private readonly void Require(bool isMet, string expected)
    {
        if (!isMet)
        {
            throw Failure($"{expected} is expected here");
        }
    }

    private readonly string Text()
    {
        try
        {
            return _reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Failure("Text with half of a surrogate pair has no UTF-8");
        }
    }

    private readonly string TextWithoutNul()
    {
        var text = Text();
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw Failure("A name or a regular expression with a zero character in it");
        }

        return text;
    }

    private readonly BsonException Failure(string message)
    {
        var before = _utf8[..(int)_reader.TokenStartIndex];
        var column = before.Length - before.LastIndexOf((byte)'\n');
        return new BsonException($"{message} (line {before.Count((byte)'\n') + 1}, column {column})");
    }
}
