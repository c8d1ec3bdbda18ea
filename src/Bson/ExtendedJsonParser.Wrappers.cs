using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;

namespace OwnedData.Bson;

/// <content>
/// The objects that stand for a BSON type, recognised by their first name. A recognised one must be complete and hold nothing else.
/// </content>
internal ref partial struct ExtendedJsonParser
{
    private const byte UuidSubtype = 4;
    private const ulong QuietNaN = 0x7FF8_0000_0000_0000;

    private bool TryParseWrapper(BsonWriter writer, int depth)
    {
        var ahead = _reader;
        ahead.Read();
        if (ahead.TokenType != JsonTokenType.PropertyName || !ahead.ValueSpan.StartsWith("$"u8))
        {
            return false;
        }

        if (ahead.ValueTextEquals("$code"u8) || ahead.ValueTextEquals("$scope"u8))
        {
            ParseJavaScript(writer, depth);
            return true;
        }

        var start = _reader;
        Next();
        var name = Text();
        Next();
        if (TryParseNumber(writer, name) || TryParseScalar(writer, name) || TryParseCompound(writer, name))
        {
            Expect(JsonTokenType.EndObject, "The end of the object");
            return true;
        }

        _reader = start;
        return false;
    }

    private bool TryParseNumber(BsonWriter writer, string name)
    {
        switch (name)
        {
            case "$numberInt":
                writer.WriteInt32((int)IntegerHere(int.MinValue, int.MaxValue));
                return true;
            case "$numberLong":
                writer.WriteInt64(IntegerHere(long.MinValue, long.MaxValue));
                return true;
            case "$numberDouble":
                writer.WriteDouble(DoubleHere());
                return true;
            case "$numberDecimal":
                writer.WriteDecimal128(Decimal128.TryParse(TextHere(), out var value) ? value : throw Failure("Not exactly a decimal of 34 digits"));
                return true;
            default:
                return false;
        }
    }

    private bool TryParseScalar(BsonWriter writer, string name)
    {
        switch (name)
        {
            case "$oid":
                writer.WriteObjectId(ObjectIdHere());
                break;
            case "$symbol":
                writer.WriteValue(new BsonValue(BsonType.Symbol, EncodeString(TextHere())));
                break;
            case "$uuid":
                writer.WriteBinary(UuidHere(), UuidSubtype);
                break;
            case "$date":
                writer.WriteDateTime(_reader.TokenType == JsonTokenType.String ? DateHere() : MillisecondsHere());
                break;
            case "$minKey" or "$maxKey":
                Require(_reader.TokenType == JsonTokenType.Number && _reader.TryGetInt32(out var one) && one == 1, "1");
                writer.WriteValue(new BsonValue(name == "$minKey" ? BsonType.MinKey : BsonType.MaxKey, []));
                break;
            case "$undefined":
                Require(_reader.TokenType == JsonTokenType.True, "true");
                writer.WriteValue(new BsonValue(BsonType.Undefined, []));
                break;
            default:
                return false;
        }

        return true;
    }

    private bool TryParseCompound(BsonWriter writer, string name)
    {
        switch (name)
        {
            case "$binary":
                ParseBinary(writer);
                return true;
            case "$regularExpression":
                ParseRegularExpression(writer);
                return true;
            case "$timestamp":
                ParseTimestamp(writer);
                return true;
            case "$dbPointer":
                ParseDbPointer(writer);
                return true;
            default:
                return false;
        }
    }

    private void ParseBinary(BsonWriter writer)
    {
        var end = ReadMembers("base64", "subType", out var content, out var subtype);
        _reader = subtype;
        var isByte = byte.TryParse(TextHere(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var subtypeByte);
        Require(isByte, "A subtype of two hexadecimal digits");
        _reader = content;
        Require(_reader.TokenType == JsonTokenType.String && _reader.TryGetBytesFromBase64(out _), "Base64 text");
        writer.WriteBinary(_reader.GetBytesFromBase64(), subtypeByte);
        _reader = end;
    }

    private void ParseRegularExpression(BsonWriter writer)
    {
        var end = ReadMembers("pattern", "options", out var pattern, out var options);
        _reader = pattern;
        Require(_reader.TokenType == JsonTokenType.String, "Text");
        var patternText = TextWithoutNul();
        _reader = options;
        Require(_reader.TokenType == JsonTokenType.String, "Text");
        writer.WriteRegularExpression(patternText, TextWithoutNul());
        _reader = end;
    }

    private void ParseTimestamp(BsonWriter writer)
    {
        var end = ReadMembers("t", "i", out var seconds, out var increment);
        _reader = seconds;
        Require(_reader.TokenType == JsonTokenType.Number && _reader.TryGetUInt32(out _), "An unsigned number of 32 bits");
        _reader = increment;
        Require(_reader.TokenType == JsonTokenType.Number && _reader.TryGetUInt32(out _), "An unsigned number of 32 bits");
        writer.WriteTimestamp(((ulong)seconds.GetUInt32() << 32) | increment.GetUInt32());
        _reader = end;
    }

    private void ParseDbPointer(BsonWriter writer)
    {
        var end = ReadMembers("$ref", "$id", out var collection, out var id);
        _reader = collection;
        var name = EncodeString(TextHere());
        _reader = id;
        ExpectMember("$oid");
        var bytes = new byte[name.Length + ObjectId.Length];
        name.CopyTo(bytes, 0);
        ObjectIdHere().WriteTo(bytes.AsSpan(name.Length));
        Expect(JsonTokenType.EndObject, "The end of the object");
        writer.WriteValue(new BsonValue(BsonType.DbPointer, bytes));
        _reader = end;
    }

    private void ParseJavaScript(BsonWriter writer, int depth)
    {
        var end = ReadMembers("$code", "$scope", out var code, out var scope, isSecondOptional: true);
        _reader = code;
        var codeBytes = EncodeString(TextHere());
        if (scope.TokenType == JsonTokenType.None)
        {
            writer.WriteValue(new BsonValue(BsonType.JavaScript, codeBytes));
        }
        else
        {
            _reader = scope;
            Require(_reader.TokenType == JsonTokenType.StartObject, "An object");
            using var scopeWriter = new BsonWriter();
            ParseDocument(scopeWriter, depth + 2);
            var bytes = new byte[sizeof(int) + codeBytes.Length + scopeWriter.WrittenCount];
            BinaryPrimitives.WriteInt32LittleEndian(bytes, bytes.Length);
            codeBytes.CopyTo(bytes, sizeof(int));
            scopeWriter.WrittenSpan.CopyTo(bytes.AsSpan(sizeof(int) + codeBytes.Length));
            writer.WriteValue(new BsonValue(BsonType.JavaScriptWithScope, bytes));
        }

        _reader = end;
    }

    // Leaves a reader at each value, so two members in either order are parsed in ours; returns the reader at the object's end.
    private Utf8JsonReader ReadMembers(
        string firstName, string secondName, out Utf8JsonReader first, out Utf8JsonReader second, bool isSecondOptional = false)
    {
        first = second = default;
        Require(_reader.TokenType == JsonTokenType.StartObject, "An object");
        while (Next() != JsonTokenType.EndObject)
        {
            var isFirst = _reader.ValueTextEquals(firstName) && first.TokenType == JsonTokenType.None;
            var isSecond = _reader.ValueTextEquals(secondName) && second.TokenType == JsonTokenType.None;
            Require(isFirst || isSecond, $"{firstName} or {secondName}, each once,");
            Next();
            if (isFirst)
            {
                first = _reader;
            }
            else
            {
                second = _reader;
            }

            _reader.Skip();
        }

        Require(first.TokenType != JsonTokenType.None, firstName);
        Require(isSecondOptional || second.TokenType != JsonTokenType.None, secondName);
        return _reader;
    }

    private void ExpectMember(string name)
    {
        Require(_reader.TokenType == JsonTokenType.StartObject, "An object");
        Require(Next() == JsonTokenType.PropertyName && _reader.ValueTextEquals(name), name);
        Next();
    }

    private readonly string TextHere()
    {
        Require(_reader.TokenType == JsonTokenType.String, "Text");
        return Text();
    }

    private readonly ObjectId ObjectIdHere() =>
        ObjectId.TryParse(TextHere(), out var id) ? id : throw Failure("An ObjectId is 24 hexadecimal digits");

    private readonly long IntegerHere(long minimum, long maximum) =>
        long.TryParse(TextHere(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= minimum && value <= maximum
            ? value
            : throw Failure($"Not an integer from {minimum} to {maximum}");

    private readonly double DoubleHere() => TextHere() switch
    {
        "NaN" => BitConverter.UInt64BitsToDouble(QuietNaN),
        "Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        var text => ParseDouble(text),
    };

    private readonly byte[] UuidHere() =>
        Guid.TryParseExact(TextHere(), "D", out var uuid) ? uuid.ToByteArray(bigEndian: true) : throw Failure("Not a UUID");

    private readonly long DateHere()
    {
        string[] formats = ["yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFzzz"];
        return DateTimeOffset.TryParseExact(TextHere(), formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.ToUnixTimeMilliseconds()
            : throw Failure("Not an ISO 8601 time with an offset and at most milliseconds");
    }

    private long MillisecondsHere()
    {
        ExpectMember("$numberLong");
        var value = IntegerHere(long.MinValue, long.MaxValue);
        Expect(JsonTokenType.EndObject, "The end of the object");
        return value;
    }

    private static byte[] EncodeString(string text)
    {
        var length = BsonWriter.StrictUtf8.GetByteCount(text);
        var bytes = new byte[sizeof(int) + length + 1];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, length + 1);
        BsonWriter.StrictUtf8.GetBytes(text, bytes.AsSpan(sizeof(int)));
        return bytes;
    }
}
