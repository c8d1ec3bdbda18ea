using System.Buffers;
using System.Text.Unicode;

namespace OwnedData.Execution.Responses;

/// <summary>Strings as JSON (RFC 8259, 7): escapes only what must be, and copies the rest, non-ASCII too, as the bytes that it is.</summary>
internal static class JsonText
{
    private static readonly SearchValues<byte> s_escaped =
        SearchValues.Create([.. Enumerable.Range(0, ' ').Select(control => (byte)control), (byte)'"', (byte)'\\']);

    /// <summary>Writes the text in quotes; false, with nothing written, when it is not UTF-8.</summary>
    public static bool TryWrite(ReadOnlySpan<byte> utf8, ResponseBuffer buffer)
    {
        if (!Utf8.IsValid(utf8))
        {
            return false;
        }

        buffer.WriteByte((byte)'"');
        int plain;
        while ((plain = utf8.IndexOfAny(s_escaped)) >= 0)
        {
            buffer.Write(utf8[..plain]);
            WriteEscaped(utf8[plain], buffer);
            utf8 = utf8[(plain + 1)..];
        }

        buffer.Write(utf8);
        buffer.WriteByte((byte)'"');
        return true;
    }

    private static void WriteEscaped(byte character, ResponseBuffer buffer)
    {
        var shortForm = character switch
        {
            (byte)'"' => (byte)'"',
            (byte)'\\' => (byte)'\\',
            (byte)'\n' => (byte)'n',
            (byte)'\r' => (byte)'r',
            (byte)'\t' => (byte)'t',
            (byte)'\b' => (byte)'b',
            (byte)'\f' => (byte)'f',
            _ => default,
        };
        if (shortForm != default)
        {
            buffer.Write([(byte)'\\', shortForm]);
            return;
        }

        var digits = "0123456789abcdef"u8;
        buffer.Write([(byte)'\\', (byte)'u', (byte)'0', (byte)'0', digits[character >> 4], digits[character & 0xF]]);
    }
}
