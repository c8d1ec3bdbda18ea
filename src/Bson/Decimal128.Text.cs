using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace OwnedData.Bson;

/// <content>Text, as the BSON Decimal128 specification prescribes it in both directions.</content>
public readonly partial struct Decimal128
{
    private const int LongestText = 48;
    private const long SaturatedExponent = 1L << 40;

    /// <summary>
    /// Reads a decimal of any length and exponent, Infinity, Inf or NaN (of either case), and keeps its trailing zeros.
    /// False for other text and for a number that 34 digits and the exponent's range cannot hold exactly.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out Decimal128 value)
    {
        var isNegative = utf8.StartsWith("-"u8);
        var unsigned = isNegative || utf8.StartsWith("+"u8) ? utf8[1..] : utf8;
        if (Ascii.EqualsIgnoreCase(unsigned, "Infinity"u8) || Ascii.EqualsIgnoreCase(unsigned, "Inf"u8))
        {
            value = new Decimal128(InfinityBits | (isNegative ? SignBit : 0), 0);
            return true;
        }

        if (Ascii.EqualsIgnoreCase(unsigned, "NaN"u8))
        {
            value = NaN;
            return true;
        }

        value = default;
        var mantissaLength = unsigned.IndexOfAny((byte)'e', (byte)'E');
        long exponent = 0;
        if (mantissaLength >= 0 && !TryParseExponent(unsigned[(mantissaLength + 1)..], out exponent))
        {
            return false;
        }

        var mantissa = mantissaLength < 0 ? unsigned : unsigned[..mantissaLength];
        if (!TryParseMantissa(mantissa, ref exponent, out var coefficient) || !TryFit(ref coefficient, ref exponent))
        {
            return false;
        }

        value = Encode(isNegative, coefficient, (int)exponent);
        return true;
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{byte}, out Decimal128)"/>
    public static bool TryParse([NotNullWhen(true)] string? text, out Decimal128 value)
    {
        value = default;
        return text is not null && TryParse(Encoding.UTF8.GetBytes(text), out value);
    }

    public static Decimal128 Parse(ReadOnlySpan<byte> utf8) =>
        TryParse(utf8, out var value) ? value : throw new BsonException("Not a decimal, or not exactly one of 34 digits");

    public static Decimal128 Parse(string text) =>
        TryParse(text, out var value) ? value : throw new BsonException("Not a decimal, or not exactly one of 34 digits");

    /// <summary>Writes the text <see cref="ToString"/> gives; false where there is no room for it. 48 bytes always suffice.</summary>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten)
    {
        Span<byte> text = stackalloc byte[LongestText];
        text = text[..Format(text)];
        bytesWritten = text.TryCopyTo(utf8Destination) ? text.Length : 0;
        return bytesWritten > 0;
    }

    public override string ToString()
    {
        Span<byte> text = stackalloc byte[LongestText];
        return Encoding.ASCII.GetString(text[..Format(text)]);
    }

    private static bool TryParseExponent(ReadOnlySpan<byte> text, out long exponent)
    {
        exponent = 0;
        var isNegative = text.StartsWith("-"u8);
        var digits = isNegative || text.StartsWith("+"u8) ? text[1..] : text;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit((char)digit))
            {
                return false;
            }

            exponent = Math.Min((exponent * 10) + digit - '0', SaturatedExponent);
        }

        exponent = isNegative ? -exponent : exponent;
        return !digits.IsEmpty;
    }

    // Trailing zeros are held back: as many as fit become digits (1.50 stays 1.50), the rest go into the exponent.
    private static bool TryParseMantissa(ReadOnlySpan<byte> text, ref long exponent, out UInt128 coefficient)
    {
        coefficient = 0;
        int digits = 0, heldZeros = 0;
        var afterPoint = false;
        foreach (var symbol in text)
        {
            if (symbol == '.' && !afterPoint)
            {
                afterPoint = true;
                continue;
            }

            if (!char.IsAsciiDigit((char)symbol))
            {
                return false;
            }

            exponent -= afterPoint ? 1 : 0;
            if (symbol == '0')
            {
                heldZeros += digits > 0 ? 1 : 0;
                continue;
            }

            if (digits + heldZeros >= MaximumDigits)
            {
                return false;
            }

            coefficient = (coefficient * PowerOfTen(heldZeros + 1)) + (uint)(symbol - '0');
            digits += heldZeros + 1;
            heldZeros = 0;
        }

        var keptZeros = Math.Min(heldZeros, MaximumDigits - digits);
        coefficient *= PowerOfTen(keptZeros);
        exponent += heldZeros - keptZeros;
        return text.ContainsAnyInRange((byte)'0', (byte)'9');
    }

    // Moves zeros between coefficient and exponent until the exponent is in range; a zero just takes the nearest exponent.
    private static bool TryFit(ref UInt128 coefficient, ref long exponent)
    {
        if (coefficient == 0)
        {
            exponent = Math.Clamp(exponent, MinimumExponent, MaximumExponent);
            return true;
        }

        var excess = exponent - MaximumExponent;
        if (excess > 0 && CountDigits(coefficient) + excess <= MaximumDigits)
        {
            coefficient *= PowerOfTen((int)excess);
            exponent = MaximumExponent;
        }

        while (exponent < MinimumExponent && coefficient % 10 == 0)
        {
            coefficient /= 10;
            exponent++;
        }

        return exponent is >= MinimumExponent and <= MaximumExponent;
    }

    private int Format(Span<byte> text)
    {
        var length = 0;
        if (IsNegative && !IsNaN)
        {
            text[length++] = (byte)'-';
        }

        if (IsNaN || IsInfinity)
        {
            var name = IsNaN ? "NaN"u8 : "Infinity"u8;
            name.CopyTo(text[length..]);
            return length + name.Length;
        }

        Span<byte> digits = stackalloc byte[MaximumDigits];
        Coefficient.TryFormat(digits, out var digitCount);
        digits = digits[..digitCount];
        var scientific = digitCount - 1 + Exponent;
        return Exponent > 0 || scientific < -6
            ? FormatScientific(text, length, digits, scientific)
            : FormatPlain(text, length, digits, Exponent);
    }

    private static int FormatScientific(Span<byte> text, int length, ReadOnlySpan<byte> digits, int exponent)
    {
        text[length++] = digits[0];
        if (digits.Length > 1)
        {
            text[length++] = (byte)'.';
            digits[1..].CopyTo(text[length..]);
            length += digits.Length - 1;
        }

        text[length++] = (byte)'E';
        text[length++] = (byte)(exponent < 0 ? '-' : '+');
        Utf8Formatter.TryFormat(Math.Abs(exponent), text[length..], out var written);
        return length + written;
    }

    private static int FormatPlain(Span<byte> text, int length, ReadOnlySpan<byte> digits, int exponent)
    {
        var whole = digits.Length + exponent;
        if (whole <= 0)
        {
            text[length++] = (byte)'0';
        }
        else
        {
            digits[..whole].CopyTo(text[length..]);
            length += whole;
            digits = digits[whole..];
        }

        if (exponent == 0)
        {
            return length;
        }

        text[length++] = (byte)'.';
        var zeros = Math.Max(0, -whole);
        text.Slice(length, zeros).Fill((byte)'0');
        length += zeros;
        digits.CopyTo(text[length..]);
        return length + digits.Length;
    }
}
