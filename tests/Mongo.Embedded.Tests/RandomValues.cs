using OwnedData.Bson;

namespace OwnedData.Mongo.Embedded.Tests;

/// <summary>Seeded random BSON from a small, hostile vocabulary: values that are equal across types, neighbours, every type, nested arrays and documents.</summary>
internal sealed class RandomValues(int seed)
{
    private static readonly string[] s_names = ["a", "b", "c"];
    private static readonly string[] s_texts = ["", "a", "a\0", "a\0b", "ab", "b", "ä", "\u0001"];
    private static readonly string[] s_decimals = ["0", "-0", "1", "1.0", "0.1", "-0.1", "1E400", "-1E400", "1E-400", "9007199254740993", "NaN", "Infinity", "-Infinity", "1E+6111"];
    private static readonly long[] s_longs = [0, 1, -1, 9007199254740991, 9007199254740992, 9007199254740993, -9007199254740993, long.MaxValue, long.MinValue];
    private static readonly double[] s_doubles =
        [0, -0.0, 0.1, -0.1, 1, 1.5, -1.5, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.MinValue, double.Epsilon, 9007199254740992];

    private readonly Random _random = new(seed);

    internal int Next(int maximum) => _random.Next(maximum);

    internal T Pick<T>(params ReadOnlySpan<T> choices) => choices[_random.Next(choices.Length)];

    /// <summary>Writes one value where the writer stands.</summary>
    internal void Write(BsonWriter writer, int depth = 2)
    {
        switch (_random.Next(depth > 0 ? 19 : 16))
        {
            case 0 or 1: writer.WriteInt32(_random.Next(-3, 4)); break;
            case 2: writer.WriteInt64(Pick<long>(s_longs)); break;
            case 3: writer.WriteDouble(Pick<double>(s_doubles)); break;
            case 4: writer.WriteDecimal128(Decimal128.Parse(Pick<string>(s_decimals))); break;
            case 5 or 6: writer.WriteString(Pick<string>(s_texts)); break;
            case 7: writer.WriteNull(); break;
            case 8: writer.WriteBoolean(_random.Next(2) == 0); break;
            case 9: writer.WriteDateTime(_random.Next(-2, 3)); break;
            case 10: writer.WriteObjectId(new ObjectId([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)_random.Next(3)])); break;
            case 11: writer.WriteBinary([.. Enumerable.Repeat((byte)_random.Next(3), _random.Next(3))], Pick<byte>(0, 4)); break;
            case 12: writer.WriteTimestamp((ulong)_random.Next(3)); break;
            case 13: writer.WriteMinKey(); break;
            case 14: writer.WriteMaxKey(); break;
            case 15: writer.WriteRegularExpression(Pick("a", "b"), Pick("", "i")); break;
            case 16: WriteDocument(writer, depth - 1); break;
            default: WriteArray(writer, depth - 1); break;
        }
    }

    /// <summary>Writes a document of up to three fields from a, b, c.</summary>
    internal void WriteDocument(BsonWriter writer, int depth)
    {
        writer.WriteStartDocument();
        foreach (var name in s_names)
        {
            if (_random.Next(2) == 0)
            {
                writer.WriteName(System.Text.Encoding.UTF8.GetBytes(name));
                Write(writer, depth);
            }
        }

        writer.WriteEndDocument();
    }

    private void WriteArray(BsonWriter writer, int depth)
    {
        writer.WriteStartArray();
        for (var count = _random.Next(4); count > 0; count--)
        {
            Write(writer, depth);
        }

        writer.WriteEndArray();
    }
}
