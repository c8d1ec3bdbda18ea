using OwnedData.Mongo.Embedded.Expressions.Arithmetic;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions.Strings;

/// <summary>`$concat $toLower $toUpper $strcasecmp $split $strLenBytes $strLenCP`. Letters beyond ASCII have no case, as in MongoDB.</summary>
internal static class StringOperators
{
    private const byte CaseBit = 0x20;

    internal static Operand? Concat(ReadOnlySpan<Operand?> arguments, Evaluation evaluation)
    {
        var length = 0L;
        foreach (var argument in arguments)
        {
            if (Numbers.IsNull(argument))
            {
                return Operand.Null;
            }

            length += Texts.Of(argument, 16702, "$concat only supports strings").Length;
        }

        evaluation.CheckSize(length);
        evaluation.Work(length);
        var text = new byte[length];
        var position = 0;
        foreach (var argument in arguments)
        {
            var part = argument!.Value.Value.AsString();
            part.CopyTo(text.AsSpan(position));
            position += part.Length;
        }

        return Operand.Of(text);
    }

    internal static Operand? ToLower(ReadOnlySpan<Operand?> arguments, Evaluation evaluation)
    {
        var text = Texts.Coerce(arguments[0]);
        foreach (ref var letter in text.AsSpan())
        {
            letter |= letter is >= (byte)'A' and <= (byte)'Z' ? CaseBit : (byte)0;
        }

        return Operand.Of(text);
    }

    internal static Operand? ToUpper(ReadOnlySpan<Operand?> arguments, Evaluation evaluation) =>
        Operand.Of(Upper(arguments[0]));

    internal static Operand? CompareIgnoringCase(ReadOnlySpan<Operand?> arguments, Evaluation evaluation) =>
        Operand.Of(Math.Sign(Upper(arguments[0]).AsSpan().SequenceCompareTo(Upper(arguments[1]))));

    internal static Operand? Split(ReadOnlySpan<Operand?> arguments, Evaluation evaluation)
    {
        if (Numbers.IsNull(arguments[0]) || Numbers.IsNull(arguments[1]))
        {
            return Operand.Null;
        }

        var text = Texts.Of(arguments[0], 40085, "$split requires an expression that evaluates to a string as a first argument");
        var separator = Texts.Of(arguments[1], 40086, "$split requires an expression that evaluates to a string as a second argument");
        if (separator.IsEmpty)
        {
            throw ExpressionError.Create(40087, "$split requires a non-empty separator");
        }

        var parts = new ValueList(evaluation);
        for (var next = text.IndexOf(separator); next >= 0; next = text.IndexOf(separator))
        {
            parts.Add(Operand.Of(text[..next]));
            text = text[(next + separator.Length)..];
        }

        parts.Add(Operand.Of(text));
        return parts.ToArray();
    }

    internal static Operand? LengthInBytes(ReadOnlySpan<Operand?> arguments, Evaluation evaluation) =>
        Operand.Of(Texts.Of(arguments[0], 34473, "$strLenBytes requires a string argument").Length);

    internal static Operand? LengthInCodePoints(ReadOnlySpan<Operand?> arguments, Evaluation evaluation) =>
        Operand.Of(CodePoints.Count(Texts.Of(arguments[0], 34471, "$strLenCP requires a string argument")));

    private static byte[] Upper(Operand? value)
    {
        var text = Texts.Coerce(value);
        foreach (ref var letter in text.AsSpan())
        {
            letter ^= letter is >= (byte)'a' and <= (byte)'z' ? CaseBit : (byte)0;
        }

        return text;
    }
}
