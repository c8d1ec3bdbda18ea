using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Unicode;
using OwnedData.Bson;
using OwnedData.Execution.Responses;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Ids;

/// <summary>
/// A `Node` id as clients see it: base64 of `Note:` and the document's id, as Hot Chocolate 14 and later writes it. ObjectIds are 24 hexadecimal digits,
/// integers decimal digits, UUIDs 16 raw bytes in the order of <see cref="Guid.TryWriteBytes(Span{byte})"/>, texts themselves.
/// The earlier format (`Note`, a line feed, a letter for the type, the value as text) is read as well, never written.
/// </summary>
internal sealed class GlobalId
{
    private const byte Modern = 0;
    private const byte LegacyGuid = (byte)'g';
    private const byte LegacyText = (byte)'d';

    private readonly byte[] _value;
    private readonly byte _format;

    private GlobalId(string typeName, byte format, byte[] value)
    {
        TypeName = typeName;
        _format = format;
        _value = value;
    }

    /// <summary>The type that the id claims; not checked against any schema.</summary>
    public string TypeName { get; }

    /// <summary>Takes an id apart; false when it is of neither format. The value in it is not looked at before <see cref="TryGetValue"/>.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out GlobalId? id)
    {
        id = null;
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length))
        {
            return false;
        }

        var raw = bytes.AsSpan(0, length);
        if (raw is [0, .. var afterZero])
        {
            // The earlier format could begin with a zero byte and the schema's name in a line of its own.
            raw = afterZero[(afterZero.IndexOf((byte)'\n') + 1)..];
        }

        var nameLength = raw.IndexOfAny((byte)':', (byte)'\n');
        if (nameLength <= 0 || !Utf8.IsValid(raw[..nameLength]))
        {
            return false;
        }

        var isLegacy = raw[nameLength] == '\n';
        var value = raw[(nameLength + 1)..];
        if (value.IsEmpty)
        {
            return false;
        }

        id = new GlobalId(Encoding.UTF8.GetString(raw[..nameLength]), isLegacy ? value[0] : Modern, (isLegacy ? value[1..] : value).ToArray());
        return true;
    }

    /// <summary>The BSON value of `_id` in a collection with ids of that kind; false when the id does not hold one.</summary>
    public bool TryGetValue(IdKind kind, out BsonValue value)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteName("_id"u8);
        if (!TryWriteValue(kind, writer))
        {
            value = default;
            return false;
        }

        writer.WriteEndDocument();
        return writer.ToDocument().TryGetValue("_id"u8, out value);
    }

    /// <summary>Writes a stored `_id` as a global id in quotes; false, with nothing that stays written, when it is not of the collection's kind.</summary>
    public static bool TryWrite(GlobalIdShape shape, BsonValue id, ResponseBuffer buffer)
    {
        const int LongestFixedValue = 24;
        var prefix = shape.Prefix;
        var valueLength = id.Type == BsonType.String ? id.AsString().Length : LongestFixedValue;
        var span = buffer.GetSpan(Base64.GetMaxEncodedToUtf8Length(prefix.Length + valueLength) + 2);
        span[0] = (byte)'"';
        prefix.CopyTo(span[1..]);
        if (!TryFormat(shape.Kind, id, span[(prefix.Length + 1)..], out valueLength))
        {
            return false;
        }

        Base64.EncodeToUtf8InPlace(span[1..], prefix.Length + valueLength, out var written);
        span[written + 1] = (byte)'"';
        buffer.Advance(written + 2);
        return true;
    }

    private static bool TryFormat(IdKind kind, BsonValue id, Span<byte> destination, out int written)
    {
        written = 0;
        switch (kind)
        {
            case IdKind.ObjectId when id.Type == BsonType.ObjectId:
                return id.AsObjectId().TryFormat(destination, out written);
            case IdKind.Uuid when UuidBytes.TryRead(id, out var uuid):
                written = UuidBytes.Length;
                return uuid.TryWriteBytes(destination);
            case IdKind.String when id.Type == BsonType.String && Utf8.IsValid(id.AsString()):
                written = id.AsString().Length;
                return id.AsString().TryCopyTo(destination);
            case IdKind.Int or IdKind.Long when NumberWriter.TryReadInteger(id, out var number) && (kind == IdKind.Long || number == (int)number):
                return Utf8Formatter.TryFormat(number, destination, out written);
            default:
                return false;
        }
    }

    private bool TryWriteValue(IdKind kind, BsonWriter writer)
    {
        switch (kind)
        {
            case IdKind.ObjectId when IsText && ObjectId.TryParse(_value, out var objectId):
                writer.WriteObjectId(objectId);
                return true;
            case IdKind.Uuid when TryReadUuid(out var uuid):
                writer.WriteBinary(uuid.ToByteArray(bigEndian: true), UuidBytes.Subtype);
                return true;
            case IdKind.String when IsText && Utf8.IsValid(_value):
                writer.WriteString(_value);
                return true;
            case IdKind.Int when TryReadInteger(out var number) && number == (int)number:
                writer.WriteInt32((int)number);
                return true;
            case IdKind.Long when TryReadInteger(out var number):
                writer.WriteInt64(number);
                return true;
            default:
                return false;
        }
    }

    private bool IsText => _format is Modern or LegacyText;

    private bool TryReadUuid(out Guid uuid)
    {
        if (_format == LegacyGuid)
        {
            return Guid.TryParseExact(Encoding.UTF8.GetString(_value), "N", out uuid);
        }

        var isUuid = _format == Modern && _value.Length == UuidBytes.Length;
        uuid = isUuid ? new Guid(_value) : default;
        return isUuid;
    }

    // One spelling for each number, so that one document has one id: no sign of plus, no leading zeros.
    private bool TryReadInteger(out long number)
    {
        Span<byte> canonical = stackalloc byte[20];
        return Utf8Parser.TryParse(_value, out number, out _)
            && _format is Modern or (byte)'s' or (byte)'i' or (byte)'l'
            && Utf8Formatter.TryFormat(number, canonical, out var length)
            && canonical[..length].SequenceEqual(_value);
    }
}
