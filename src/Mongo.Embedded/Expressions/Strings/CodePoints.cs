namespace OwnedData.Mongo.Embedded.Expressions.Strings;

/// <summary>Counts code points in UTF-8: every byte that is not the continuation of one begins one.</summary>
internal static class CodePoints
{
    internal static bool IsContinuation(byte value) => (value & 0xC0) == 0x80;

    internal static int Count(ReadOnlySpan<byte> utf8)
    {
        var count = 0;
        foreach (var value in utf8)
        {
            count += IsContinuation(value) ? 0 : 1;
        }

        return count;
    }

    /// <summary>Where the code point of this number begins; the text's length where there are fewer.</summary>
    internal static int OffsetOf(ReadOnlySpan<byte> utf8, int codePoint)
    {
        for (var i = 0; i < utf8.Length; i++)
        {
            if (!IsContinuation(utf8[i]) && codePoint-- == 0)
            {
                return i;
            }
        }

        return utf8.Length;
    }
}
