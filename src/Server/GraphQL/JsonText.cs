using System.Text.Unicode;

namespace OwnedData.Server.GraphQL;

/// <summary>
/// Whether JSON from outside can be read as text everywhere later: valid UTF-8, and no escape that is half of a surrogate pair,
/// which the framework's reader would only find, and throw at, when the value is taken.
/// </summary>
internal static class JsonText
{
    public static bool IsWellFormed(ReadOnlySpan<byte> utf8) =>
        Utf8.IsValid(utf8) && (utf8.IndexOf("\\u"u8) < 0 || EscapesArePaired(utf8));

    private static bool EscapesArePaired(ReadOnlySpan<byte> utf8)
    {
        for (var index = 0; index < utf8.Length; index++)
        {
            if (utf8[index] != '\\')
            {
                continue;
            }

            if (!TryReadEscape(utf8[index..], out var unit))
            {
                index++;
            }
            else if (char.IsHighSurrogate(unit))
            {
                if (!TryReadEscape(utf8[(index + 6)..], out var low) || !char.IsLowSurrogate(low))
                {
                    return false;
                }

                index += 11;
            }
            else if (char.IsLowSurrogate(unit))
            {
                return false;
            }
            else
            {
                index += 5;
            }
        }

        return true;
    }

    // `\uXXXX` at the start. Wrong digits are no concern here: the JSON parser refuses them.
    private static bool TryReadEscape(ReadOnlySpan<byte> utf8, out char unit)
    {
        unit = default;
        return utf8.StartsWith("\\u"u8)
            && utf8.Length >= 6
            && System.Buffers.Text.Utf8Parser.TryParse(utf8.Slice(2, 4), out ushort value, out var consumed, 'x')
            && consumed == 4
            && (unit = (char)value) == value;
    }
}
