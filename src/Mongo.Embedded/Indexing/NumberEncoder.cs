using System.Buffers.Binary;
using System.Numerics;
using OwnedData.Bson;

namespace OwnedData.Mongo.Embedded.Indexing;

/// <summary>
/// Puts int32, int64, double and decimal128 on one exact line: the sign, the largest double not above the magnitude, and, only where the
/// magnitude lies beyond that double, its decimal exponent and digits. So most numbers take 10 bytes and equal ones of any type the same bytes.
/// </summary>
internal static class NumberEncoder
{
    private const byte NotANumber = 0x01;
    private const byte Negative = 0x02;
    private const byte Positive = 0x03;
    private const byte ExactDouble = 0x00;
    private const byte BeyondDouble = 0x01;
    private const int PlaceBias = 0x4000;
    private const int LongestDecimal = 48;

    internal static void Encode(KeyBuffer target, BsonValue value)
    {
        switch (value.Type)
        {
            case BsonType.Int32:
                EncodeDouble(target, value.AsInt32());
                break;
            case BsonType.Int64:
                EncodeInt64(target, value.AsInt64());
                break;
            case BsonType.Double:
                EncodeDouble(target, value.AsDouble());
                break;
            default:
                EncodeDecimal(target, value.AsDecimal128());
                break;
        }
    }

    private static void EncodeDouble(KeyBuffer target, double value)
    {
        if (double.IsNaN(value))
        {
            target.Append(NotANumber);
            return;
        }

        var start = BeginSigned(target, value < 0);
        AppendDouble(target, Math.Abs(value), ExactDouble);
        EndSigned(target, start, value < 0);
    }

    private static void EncodeInt64(KeyBuffer target, long value)
    {
        var magnitude = value < 0 ? (ulong)-value : (ulong)value;
        const int MantissaBits = 53;
        var surplus = Math.Max(0, 64 - MantissaBits - BitOperations.LeadingZeroCount(magnitude));
        var truncated = (magnitude >> surplus) << surplus;
        var start = BeginSigned(target, value < 0);
        AppendDouble(target, truncated, truncated == magnitude ? ExactDouble : BeyondDouble);
        if (truncated != magnitude)
        {
            Span<byte> text = stackalloc byte[LongestDecimal];
            magnitude.TryFormat(text, out var length);
            AppendDigits(target, text[..length]);
        }

        EndSigned(target, start, value < 0);
    }

    private static void EncodeDecimal(KeyBuffer target, Decimal128 value)
    {
        Span<byte> text = stackalloc byte[LongestDecimal];
        value.TryFormat(text, out var length);
        text = text[..length];
        if (value.IsNaN || value.IsInfinity || value.CompareTo(0) == 0)
        {
            EncodeDouble(target, value.IsInfinity || value.IsNaN ? double.Parse(text) : 0);
            return;
        }

        var isNegative = value.IsNegative;
        var nearest = Math.Clamp(double.Parse(text), double.MinValue, double.MaxValue);
        var difference = isNegative ? -value.CompareTo(nearest) : value.CompareTo(nearest);
        var magnitude = difference < 0 ? Math.BitDecrement(Math.Abs(nearest)) : Math.Abs(nearest);
        var start = BeginSigned(target, isNegative);
        AppendDouble(target, magnitude, difference == 0 ? ExactDouble : BeyondDouble);
        if (difference != 0)
        {
            AppendDigits(target, text[(isNegative ? 1 : 0)..]);
        }

        EndSigned(target, start, isNegative);
    }

    private static int BeginSigned(KeyBuffer target, bool isNegative)
    {
        target.Append(isNegative ? Negative : Positive);
        return target.Length;
    }

    private static void EndSigned(KeyBuffer target, int start, bool isNegative)
    {
        if (isNegative)
        {
            target.Invert(start);
        }
    }

    private static void AppendDouble(KeyBuffer target, double magnitude, byte continuation)
    {
        BinaryPrimitives.WriteInt64BigEndian(target.Reserve(8), BitConverter.DoubleToInt64Bits(magnitude));
        target.Append(continuation);
    }

    // From a decimal's text: the place of the leading digit, then the digits without zeros at either end, two a byte, each pair plus one; zero ends them.
    private static void AppendDigits(KeyBuffer target, ReadOnlySpan<byte> text)
    {
        var exponentAt = text.IndexOf((byte)'E');
        var exponent = exponentAt < 0 ? 0 : int.Parse(text[(exponentAt + 1)..]);
        var mantissa = exponentAt < 0 ? text : text[..exponentAt];
        var point = mantissa.IndexOf((byte)'.');
        Span<byte> digits = stackalloc byte[LongestDecimal];
        var count = 0;
        foreach (var character in mantissa)
        {
            if (character != '.')
            {
                digits[count++] = (byte)(character - '0');
            }
        }

        var leadingZeros = digits[..count].IndexOfAnyExcept((byte)0);
        var place = exponent + (point < 0 ? count : point) - leadingZeros;
        digits = digits[leadingZeros..count].TrimEnd((byte)0);
        BinaryPrimitives.WriteUInt16BigEndian(target.Reserve(2), (ushort)(place + PlaceBias));
        for (var index = 0; index < digits.Length; index += 2)
        {
            target.Append((byte)(digits[index] * 10 + (index + 1 < digits.Length ? digits[index + 1] : 0) + 1));
        }

        target.Append(0);
    }
}
