using System.Text;

namespace OwnedData.Fuzz;

/// <summary>
/// Makes a hostile text of good ones: by bytes, by words that are known to hurt, and by bracketed groups, which GraphQL and JSON have in
/// common. Groups keep a text well-formed, so that it gets past the parser.
/// </summary>
internal static class Mutator
{
    private const int LongestInput = 256 * 1024;

    private static readonly byte[][] s_words =
    [
        .. new[]
        {
            "null", "true", "0", "-0", "-1", "1e400", "1e-400", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "2147483648", "0.1e+9999999999",
            "\"\"", "\"\\u0000\"", "\"\\ud800\"", "\\ud83d\\ude00", "\"\"\"", "\"\"\"a\\\"\"\"b\"\"\"", "{}", "[]", "[null]", "[[[[]]]]", "{ }", "$", "$x", "...", "... on Note", "@include(if: $x)",
            "@skip(if: true)", "@stream", "__typename", "__schema", "__type(name: \"Note\")", "_id", "$where", "$ne", "owner_id", "and", "or", "eq", "gt", "in", "contains", "startsWith", "some", "none", "all", "any", "first: 0",
            "first: -1", "last: 100", "after: \"\"", "before: \"x\"", "fragment", "query", "mutation", "subscription", "\uFEFF", "\0", "\r", "\u2028", "#", "\xff", "%00", "%ff", "%", "&", "+",
            "Content-Length: 18446744073709551616\r\n", "Transfer-Encoding: chunked\r\n", "Expect: 100-continue\r\n", "Accept: */*;q=2\r\n", "Content-Type: application/json; charset=utf-16\r\n",
        }.Select(Encoding.UTF8.GetBytes),
        [0xff, 0xfe], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80],
    ];

    /// <summary>One of the seeds after one to six changes.</summary>
    /// <param name="random">Decides everything: the same seed makes the same inputs.</param>
    /// <param name="seeds">At least one.</param>
    /// <param name="words">Further words, such as ids that exist.</param>
    public static byte[] Mutate(Random random, IReadOnlyList<byte[]> seeds, IReadOnlyList<byte[]> words)
    {
        var input = new List<byte>(Pick(random, seeds));
        for (var changes = random.Next(1, 7); changes > 0 && input.Count < LongestInput; changes--)
        {
            Change(random, input, Pick(random, seeds), words);
        }

        return [.. input.Take(LongestInput)];
    }

    private static void Change(Random random, List<byte> input, byte[] other, IReadOnlyList<byte[]> words)
    {
        var at = random.Next(input.Count + 1);
        switch (random.Next(10))
        {
            case 0 when at < input.Count:
                input[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                input.Insert(at, (byte)random.Next(256));
                break;
            case 2:
                input.RemoveRange(at, Math.Min(random.Next(1, 20), input.Count - at));
                break;
            case 3:
                input.InsertRange(at, Pick(random, s_words));
                break;
            case 4:
                ReplaceWord(random, input, Pick(random, words.Count > 0 && random.Next(2) == 0 ? words : s_words));
                break;
            case 5:
                Repeat(random, input, at);
                break;
            case 6:
                input.InsertRange(at, Slice(random, other));
                break;
            case 7:
                ReplaceGroup(random, input, Group(random, other) is { Length: > 0 } range ? other[range.Start..range.End] : []);
                break;
            case 8:
                NestGroup(random, input);
                break;
            default:
                ReplaceWord(random, input, WordOf(random, other));
                break;
        }
    }

    // A word or a number, wherever one stands.
    private static void ReplaceWord(Random random, List<byte> input, ReadOnlySpan<byte> word)
    {
        var (start, end) = FindWord(random, [.. input]);
        input.RemoveRange(start, end - start);
        input.InsertRange(start, word);
    }

    private static byte[] WordOf(Random random, byte[] text)
    {
        var (start, end) = FindWord(random, text);
        return text[start..end];
    }

    private static (int Start, int End) FindWord(Random random, byte[] text)
    {
        var start = text.Length == 0 ? 0 : random.Next(text.Length);
        while (start < text.Length && !IsWord(text[start]))
        {
            start++;
        }

        var end = start;
        while (start > 0 && IsWord(text[start - 1]))
        {
            start--;
        }

        while (end < text.Length && IsWord(text[end]))
        {
            end++;
        }

        return (start, end);
    }

    private static bool IsWord(byte value) => char.IsAsciiLetterOrDigit((char)value) || value is (byte)'_' or (byte)'$' or (byte)'-' or (byte)'=';

    // Short ones many times, for depth and width; long ones a few times.
    private static void Repeat(Random random, List<byte> input, int at)
    {
        var part = input.GetRange(at, Math.Min(random.Next(1, random.Next(2) == 0 ? 4 : 200), input.Count - at));
        var times = part.Count == 0 ? 0 : random.Next(1, random.Next(20) == 0 ? 20_000 / part.Count + 2 : 20);
        input.InsertRange(at, Enumerable.Repeat(part, times).SelectMany(piece => piece));
    }

    private static void NestGroup(Random random, List<byte> input)
    {
        var text = input.ToArray();
        var (start, end, length) = Group(random, text);
        if (length == 0)
        {
            return;
        }

        var before = text[start..Math.Min(end, start + random.Next(1, 30))];
        var times = random.Next(10) == 0 ? random.Next(1, 500) : 1;
        for (var count = 0; count < times && input.Count < LongestInput; count++)
        {
            input.InsertRange(end + (count * (before.Length + 1)) - count, [text[end - 1]]);
            input.InsertRange(start, before);
        }
    }

    private static void ReplaceGroup(Random random, List<byte> input, byte[] replacement)
    {
        var (start, _, length) = Group(random, [.. input]);
        input.RemoveRange(start, length);
        input.InsertRange(start, replacement);
    }

    // From a bracket to its partner, or nothing.
    private static (int Start, int End, int Length) Group(Random random, byte[] text)
    {
        var start = text.Length == 0 ? -1 : Array.FindIndex(text, random.Next(text.Length), value => value is (byte)'{' or (byte)'[' or (byte)'(');
        var depth = 0;
        for (var index = start; index >= 0 && index < text.Length; index++)
        {
            depth += text[index] switch
            {
                (byte)'{' or (byte)'[' or (byte)'(' => 1,
                (byte)'}' or (byte)']' or (byte)')' => -1,
                _ => 0,
            };
            if (depth == 0)
            {
                return (start, index + 1, index + 1 - start);
            }
        }

        return (0, 0, 0);
    }

    private static byte[] Slice(Random random, byte[] text)
    {
        var start = random.Next(text.Length + 1);
        return text[start..Math.Min(text.Length, start + random.Next(1, 100))];
    }

    private static byte[] Pick(Random random, IReadOnlyList<byte[]> items) => items[random.Next(items.Count)];
}
