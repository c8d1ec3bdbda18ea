using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace OwnedData.Bson;

/// <summary>Writes one document as Extended JSON. Its text depends on the bytes alone.</summary>
internal sealed class ExtendedJsonWriter(bool canonical)
{
    private const long LastMillisecondOfYear9999 = 253402300799999;

    private readonly StringBuilder _text = new();

    internal string Write(ReadOnlySpan<byte> document)
    {
        WriteDocument(document, depth: 1);
        return _text.ToString();
    }

    private void WriteDocument(ReadOnlySpan<byte> document, int depth) => WriteLevel(document, '{', '}', depth);

    private void WriteLevel(ReadOnlySpan<byte> document, char open, char close, int depth)
    {
        if (depth > ExtendedJson.MaxDepth)
        {
            throw new BsonException($"The document is nested more than {ExtendedJson.MaxDepth} levels deep");
        }

        _text.Append(open);
        var reader = new BsonReader(document);
        for (var isFirst = true; reader.Read(); isFirst = false)
        {
            _text.Append(isFirst ? "" : ", ");
            if (open == '{')
            {
                WriteText(reader.NameSpan);
                _text.Append(": ");
            }

            WriteValue(reader.Value, depth);
        }

        _text.Append(close);
    }

    private void WriteValue(BsonValue value, int depth)
    {
        switch (value.Type)
        {
            case BsonType.Document:
                WriteDocument(value.AsDocument(), depth + 1);
                break;
            case BsonType.Array:
                WriteLevel(value.AsArray(), '[', ']', depth + 1);
                break;
            case BsonType.String:
                WriteText(value.AsString());
                break;
            case BsonType.Boolean:
                _text.Append(value.AsBoolean() ? "true" : "false");
                break;
            case BsonType.Null:
                _text.Append("null");
                break;
            default:
                WriteTyped(value, depth);
                break;
        }
    }

    private void WriteTyped(BsonValue value, int depth)
    {
        switch (value.Type)
        {
            case BsonType.Int32:
                WriteNumber("$numberInt", value.AsInt32().ToString(CultureInfo.InvariantCulture), isJson: true);
                break;
            case BsonType.Int64:
                WriteNumber("$numberLong", value.AsInt64().ToString(CultureInfo.InvariantCulture), isJson: true);
                break;
            case BsonType.Double:
                WriteNumber("$numberDouble", FormatDouble(value.AsDouble()), double.IsFinite(value.AsDouble()));
                break;
            case BsonType.Decimal128:
                WriteNumber("$numberDecimal", value.AsDecimal128().ToString(), isJson: false);
                break;
            case BsonType.DateTime:
                WriteDateTime(value.AsDateTime());
                break;
            case BsonType.ObjectId:
                _text.Append($$"""{"$oid": "{{value.AsObjectId()}}"}""");
                break;
            case BsonType.Binary:
                WriteBinary(value);
                break;
            case BsonType.RegularExpression:
                WriteRegularExpression(value);
                break;
            default:
                WriteRare(value, depth);
                break;
        }
    }

    private void WriteRare(BsonValue value, int depth)
    {
        switch (value.Type)
        {
            case BsonType.Timestamp:
                _text.Append($$$"""{"$timestamp": {"t": {{{value.AsTimestamp() >> 32}}}, "i": {{{(uint)value.AsTimestamp()}}}}}""");
                break;
            case BsonType.MinKey:
                _text.Append("""{"$minKey": 1}""");
                break;
            case BsonType.MaxKey:
                _text.Append("""{"$maxKey": 1}""");
                break;
            case BsonType.Undefined:
                _text.Append("""{"$undefined": true}""");
                break;
            case BsonType.Symbol or BsonType.JavaScript:
                _text.Append(value.Type == BsonType.Symbol ? """{"$symbol": """ : """{"$code": """);
                WriteText(value.Bytes[4..^1]);
                _text.Append('}');
                break;
            case BsonType.DbPointer:
                _text.Append("""{"$dbPointer": {"$ref": """);
                WriteText(value.Bytes[4..^(ObjectId.Length + 1)]);
                _text.Append($$$$""", "$id": {"$oid": "{{{{new ObjectId(value.Bytes[^ObjectId.Length..])}}}}"}}}""");
                break;
            case BsonType.JavaScriptWithScope:
                WriteJavaScriptWithScope(value.Bytes, depth);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private void WriteJavaScriptWithScope(ReadOnlySpan<byte> bytes, int depth)
    {
        var codeEnd = sizeof(int) + BsonLayout.MeasureString(bytes[sizeof(int)..], sizeof(int));
        _text.Append("""{"$code": """);
        WriteText(bytes[8..(codeEnd - 1)]);
        _text.Append(""", "$scope": """);
        WriteDocument(bytes[codeEnd..], depth + 2);
        _text.Append('}');
    }

    private void WriteNumber(string typeName, string digits, bool isJson) =>
        _text.Append(isJson && !canonical ? digits : $$"""{"{{typeName}}": "{{digits}}"}""");

    // Always with a point or an exponent, so a double does not read back as an integer.
    private static string FormatDouble(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return double.IsFinite(value) && !text.AsSpan().ContainsAny('.', 'E') ? text + ".0" : text;
    }

    private void WriteDateTime(long milliseconds)
    {
        if (canonical || milliseconds is < 0 or > LastMillisecondOfYear9999)
        {
            _text.Append($$$"""{"$date": {"$numberLong": "{{{milliseconds}}}"}}""");
            return;
        }

        var format = milliseconds % 1000 == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
        var time = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToString(format, CultureInfo.InvariantCulture);
        _text.Append($$"""{"$date": "{{time}}"}""");
    }

    private void WriteBinary(BsonValue value)
    {
        var content = Convert.ToBase64String(value.AsBinary(out var subtype));
        _text.Append($$$"""{"$binary": {"base64": "{{{content}}}", "subType": "{{{subtype:x2}}}"}}""");
    }

    private void WriteRegularExpression(BsonValue value)
    {
        value.AsRegularExpression(out var pattern, out var options);
        _text.Append("""{"$regularExpression": {"pattern": """);
        WriteText(pattern);
        _text.Append(""", "options": """);
        WriteText(string.Concat(Decode(options).Order()));
        _text.Append("}}");
    }

    private static string Decode(ReadOnlySpan<byte> utf8) =>
        Utf8.IsValid(utf8) ? Encoding.UTF8.GetString(utf8) : throw new BsonException("Text is not UTF-8");

    private void WriteText(ReadOnlySpan<byte> utf8) => WriteText(Decode(utf8));

    private void WriteText(string text)
    {
        _text.Append('"');
        foreach (var character in text)
        {
            WriteCharacter(character);
        }

        _text.Append('"');
    }

    private void WriteCharacter(char character)
    {
        switch (character)
        {
            case '"' or '\\':
                _text.Append('\\').Append(character);
                break;
            case '\n':
                _text.Append("\\n");
                break;
            case '\r':
                _text.Append("\\r");
                break;
            case '\t':
                _text.Append("\\t");
                break;
            case < ' ':
                _text.Append($"\\u{(int)character:x4}");
                break;
            default:
                _text.Append(character);
                break;
        }
    }
}
