using System.Text;
using OwnedData.Mongo.Embedded.Expressions.Arithmetic;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions.Strings;

/// <summary>`$trim $ltrim $rtrim`: take white space, or the characters that are given, from the ends.</summary>
internal static class Trimming
{
    private static readonly string s_whiteSpace = string.Concat("\0\t\n\v\f\r \u00A0\u1680", string.Concat(Enumerable.Range(0x2000, 11).Select(character => (char)character)));

    internal static OperatorParser Of(bool atStart, bool atEnd) => (call, argument) =>
    {
        var named = call.Named(argument, notDocument: 50696, unknown: 50694, "input", "chars");
        var input = named.Required("input", 50695);
        var name = call.Name;
        var isGiven = named.Has("chars");
        return new CallExpression([input, named.Optional("chars")], (arguments, _) => Trim(arguments, name, isGiven, atStart, atEnd));
    };

    private static Operand? Trim(ReadOnlySpan<Operand?> arguments, string name, bool isGiven, bool atStart, bool atEnd)
    {
        if (Numbers.IsNull(arguments[0]) || (isGiven && Numbers.IsNull(arguments[1])))
        {
            return Operand.Null;
        }

        var text = Encoding.UTF8.GetString(Texts.Of(arguments[0], 50699, $"{name} requires its input to be a string"));
        var characters = (isGiven ? Encoding.UTF8.GetString(Texts.Of(arguments[1], 50700, $"{name} requires 'chars' to be a string")) : s_whiteSpace).EnumerateRunes().ToHashSet();
        var (start, end) = (0, text.Length);
        while (atStart && start < end && Rune.TryGetRuneAt(text, start, out var first) && characters.Contains(first))
        {
            start += first.Utf16SequenceLength;
        }

        while (atEnd && end > start && Rune.DecodeLastFromUtf16(text.AsSpan(start..end), out var last, out var length) == System.Buffers.OperationStatus.Done && characters.Contains(last))
        {
            end -= length;
        }

        return Operand.Of(text[start..end]);
    }
}
