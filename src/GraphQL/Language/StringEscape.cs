using System.Text;

namespace OwnedData.GraphQL.Language;

/// <summary>One escape sequence of a string, §2.10.4: the lexer checks it and the string's value is made with the same reading.</summary>
/// <param name="Value">The code point, or null when the sequence is not valid.</param>
/// <param name="Length">Bytes of the sequence; of one that is not valid, the UTF-16 code units to show.</param>
internal readonly record struct StringEscape(Rune? Value, int Length)
{
    /// <summary>Reads the sequence at the start of <paramref name="text"/>, whose first byte is the backslash.</summary>
    public static StringEscape Read(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith("\\u{"u8))
        {
            return ReadVariableWidth(text);
        }

        return text.StartsWith("\\u"u8) ? ReadFixedWidth(text) : ReadCharacter(text);
    }

    // EscapedCharacter :: one of `"` `\` `/` b f n r t
    private static StringEscape ReadCharacter(ReadOnlySpan<byte> text)
    {
        int character = text.Length < 2 ? -1 : text[1] switch
        {
            (byte)'"' => '"',
            (byte)'\\' => '\\',
            (byte)'/' => '/',
            (byte)'b' => '\b',
            (byte)'f' => '\f',
            (byte)'n' => '\n',
            (byte)'r' => '\r',
            (byte)'t' => '\t',
            _ => -1,
        };
        return new StringEscape(character < 0 ? null : new Rune(character), 2);
    }

    // EscapedUnicode :: { HexDigit+ }
    // Any number of leading zeros, as the specification has it; graphql-js 16 stops at eight digits.
    private static StringEscape ReadVariableWidth(ReadOnlySpan<byte> text)
    {
        const int Open = 3;
        var value = 0u;
        var length = Open;
        while (length < text.Length && HexDigit(text[length]) is >= 0 and var digit && value < 0x1000_0000)
        {
            value = (value << 4) | (uint)digit;
            length++;
        }

        var isClosed = length > Open && length < text.Length && text[length] == (byte)'}';
        return isClosed && Rune.TryCreate(value, out var rune) ? new StringEscape(rune, length + 1) : new StringEscape(null, length + 1);
    }

    // EscapedUnicode :: HexDigit HexDigit HexDigit HexDigit
    private static StringEscape ReadFixedWidth(ReadOnlySpan<byte> text)
    {
        const int Single = 6;
        const int Pair = 12;
        if (!TryReadCodeUnit(text, out var first))
        {
            return new StringEscape(null, Single);
        }

        if (Rune.TryCreate(first, out var rune))
        {
            return new StringEscape(rune, Single);
        }

        // A code point above U+FFFF may be written as a surrogate pair, as in JSON.
        return TryReadCodeUnit(text[Single..], out var second) && Rune.TryCreate(first, second, out rune)
            ? new StringEscape(rune, Pair)
            : new StringEscape(null, Single);
    }

    private static bool TryReadCodeUnit(ReadOnlySpan<byte> text, out char unit)
    {
        unit = default;
        if (text.Length < 6 || !text.StartsWith("\\u"u8))
        {
            return false;
        }

        var value = (HexDigit(text[2]) << 12) | (HexDigit(text[3]) << 8) | (HexDigit(text[4]) << 4) | HexDigit(text[5]);
        unit = (char)value;
        return value >= 0;
    }

    // Negative for anything else, and so is every number it is shifted into.
    private static int HexDigit(byte character) => character switch
    {
        >= (byte)'0' and <= (byte)'9' => character - '0',
        >= (byte)'A' and <= (byte)'F' => character - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => character - 'a' + 10,
        _ => -1,
    };
}
