using System.Buffers.Binary;
using System.Diagnostics;
using OwnedData.Bson;

namespace OwnedData.Mongo.Embedded.Indexing;

/// <summary>
/// Turns values into bytes whose memcmp order is MongoDB's comparison order across all types; equal values give equal bytes and no encoding is a
/// prefix of another, so encodings in a row compare like tuples. The depth of values is bounded where documents enter the store.
/// </summary>
internal static class KeyEncoder
{
    private const byte EndOfText = 0x01;
    private const byte EscapedZero = 0xFF;
    private const byte EndOfLevel = 0x00;

    internal static void Encode(KeyBuffer target, BsonValue value)
    {
        var type = TypeOf(value.Type);
        target.Append((byte)type);
        EncodeBody(target, type, value);
    }

    /// <summary>What the encodings of all strings with this prefix begin with.</summary>
    internal static void EncodeStringPrefix(KeyBuffer target, ReadOnlySpan<byte> prefix)
    {
        target.Append((byte)KeyType.String);
        EncodeTextPrefix(target, prefix);
    }

    internal static KeyType TypeOf(BsonType type) => type switch
    {
        BsonType.MinKey => KeyType.MinKey,
        BsonType.Undefined => KeyType.Undefined,
        BsonType.Null => KeyType.Null,
        BsonType.Int32 or BsonType.Int64 or BsonType.Double or BsonType.Decimal128 => KeyType.Number,
        BsonType.String or BsonType.Symbol => KeyType.String,
        BsonType.Document => KeyType.Document,
        BsonType.Array => KeyType.Array,
        BsonType.Binary => KeyType.Binary,
        BsonType.ObjectId => KeyType.ObjectId,
        BsonType.Boolean => KeyType.Boolean,
        BsonType.DateTime => KeyType.DateTime,
        BsonType.Timestamp => KeyType.Timestamp,
        BsonType.RegularExpression => KeyType.RegularExpression,
        BsonType.DbPointer => KeyType.DbPointer,
        BsonType.JavaScript => KeyType.JavaScript,
        BsonType.JavaScriptWithScope => KeyType.JavaScriptWithScope,
        BsonType.MaxKey => KeyType.MaxKey,
        _ => throw new UnreachableException(),
    };

    private static void EncodeBody(KeyBuffer target, KeyType type, BsonValue value)
    {
        switch (type)
        {
            case KeyType.Number:
                NumberEncoder.Encode(target, value);
                break;
            case KeyType.String or KeyType.JavaScript:
                EncodeText(target, value.Bytes[4..^1]);
                break;
            case KeyType.Document:
                EncodeDocument(target, value.Bytes);
                break;
            case KeyType.Array:
                EncodeArray(target, value.Bytes);
                break;
            case KeyType.Binary or KeyType.DbPointer:
                EncodeLengthFirst(target, value.Bytes);
                break;
            case KeyType.DateTime:
                BinaryPrimitives.WriteInt64BigEndian(target.Reserve(8), value.AsDateTime() ^ long.MinValue);
                break;
            case KeyType.Timestamp:
                BinaryPrimitives.WriteUInt64BigEndian(target.Reserve(8), value.AsTimestamp());
                break;
            case KeyType.JavaScriptWithScope:
                var codeLength = BinaryPrimitives.ReadInt32LittleEndian(value.Bytes[4..]);
                EncodeText(target, value.Bytes.Slice(8, codeLength - 1));
                EncodeDocument(target, value.Bytes[(8 + codeLength)..]);
                break;
            default:
                // ObjectId, Boolean and both texts of a regular expression compare as their bytes; the rest have none.
                target.Append(value.Bytes);
                break;
        }
    }

    private static void EncodeDocument(KeyBuffer target, ReadOnlySpan<byte> document)
    {
        var reader = new BsonReader(document);
        while (reader.Read())
        {
            // MongoDB compares an element's type first, then its name, then its value.
            var type = TypeOf(reader.ElementType);
            target.Append((byte)type);
            target.Append(reader.NameSpan);
            target.Append(EndOfLevel);
            EncodeBody(target, type, reader.Value);
        }

        target.Append(EndOfLevel);
    }

    private static void EncodeArray(KeyBuffer target, ReadOnlySpan<byte> array)
    {
        var reader = new BsonReader(array);
        while (reader.Read())
        {
            Encode(target, reader.Value);
        }

        target.Append(EndOfLevel);
    }

    private static void EncodeLengthFirst(KeyBuffer target, ReadOnlySpan<byte> bytes)
    {
        BinaryPrimitives.WriteInt32BigEndian(target.Reserve(4), bytes.Length);
        target.Append(bytes[4..]);
    }

    private static void EncodeText(KeyBuffer target, ReadOnlySpan<byte> text)
    {
        EncodeTextPrefix(target, text);
        target.Append(0);
        target.Append(EndOfText);
    }

    private static void EncodeTextPrefix(KeyBuffer target, ReadOnlySpan<byte> text)
    {
        for (var zero = text.IndexOf((byte)0); zero >= 0; zero = text.IndexOf((byte)0))
        {
            target.Append(text[..(zero + 1)]);
            target.Append(EscapedZero);
            text = text[(zero + 1)..];
        }

        target.Append(text);
    }
}
