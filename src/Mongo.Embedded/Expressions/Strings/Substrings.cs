using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Expressions.Arithmetic;
using OwnedData.Mongo.Embedded.Expressions.Arrays;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions.Strings;

/// <summary>`$substrBytes` (and `$substr`), `$substrCP`, `$indexOfBytes`, `$indexOfCP`.</summary>
internal static class Substrings
{
    internal static Operand? OfBytes(ReadOnlySpan<Operand?> arguments, Evaluation evaluation)
    {
        var text = Texts.Coerce(arguments[0]);
        var start = Long(arguments[1], 16034, "starting index");
        var length = Long(arguments[2], 16035, "length");
        if (start < 0)
        {
            throw ExpressionError.Create(50752, "$substrBytes:  starting index must be non-negative");
        }

        if (start >= text.Length)
        {
            return Operand.Of([]);
        }

        var end = length < 0 || length > text.Length - start ? text.Length : start + length;
        if (CodePoints.IsContinuation(text[start]) || (end < text.Length && CodePoints.IsContinuation(text[end])))
        {
            throw ExpressionError.Create(CodePoints.IsContinuation(text[start]) ? 28656 : 28657, "$substrBytes:  Invalid range: an end is in the middle of a UTF-8 character");
        }

        return Operand.Of(text.AsSpan((int)start, (int)(end - start)));
    }

    internal static Operand? OfCodePoints(ReadOnlySpan<Operand?> arguments, Evaluation evaluation)
    {
        var start = Whole(arguments[1], 34450, 34451, "starting index");
        var length = Whole(arguments[2], 34452, 34453, "length");
        if (length < 0)
        {
            throw ExpressionError.Create(34454, "$substrCP: length must be a nonnegative integer.");
        }

        if (start < 0)
        {
            throw ExpressionError.Create(34455, "$substrCP: the starting index must be nonnegative integer.");
        }

        ReadOnlySpan<byte> rest = Texts.Coerce(arguments[0]);
        rest = rest[CodePoints.OffsetOf(rest, start)..];
        return Operand.Of(rest[..CodePoints.OffsetOf(rest, length)]);
    }

    internal static Operand? IndexInBytes(ReadOnlySpan<Operand?> arguments, Evaluation evaluation)
    {
        if (Numbers.IsNull(arguments[0]))
        {
            return Operand.Null;
        }

        var text = Texts.Of(arguments[0], 40091, "$indexOfBytes requires a string as the first argument");
        var wanted = Texts.Of(arguments[1], 40092, "$indexOfBytes requires a string as the second argument");
        var (start, end) = Bounds(arguments, text.Length, "$indexOfBytes");
        var found = start > end || start > text.Length ? -1 : text[start..end].IndexOf(wanted);
        return Operand.Of(found < 0 ? -1 : start + found);
    }

    internal static Operand? IndexInCodePoints(ReadOnlySpan<Operand?> arguments, Evaluation evaluation)
    {
        if (Numbers.IsNull(arguments[0]))
        {
            return Operand.Null;
        }

        var text = Texts.Of(arguments[0], 40093, "$indexOfCP requires a string as the first argument");
        var wanted = Texts.Of(arguments[1], 40094, "$indexOfCP requires a string as the second argument");
        var count = CodePoints.Count(text);
        var (start, end) = Bounds(arguments, count, "$indexOfCP");
        if (text.IsEmpty && wanted.IsEmpty)
        {
            return Operand.Of(0);
        }

        // The end bounds where it begins, not where it ends.
        var rest = text[CodePoints.OffsetOf(text, start)..];
        var found = start < end ? rest.IndexOf(wanted) : -1;
        var index = found < 0 ? -1 : start + CodePoints.Count(rest[..found]);
        return Operand.Of(index < end ? index : -1);
    }

    private static (int Start, int End) Bounds(ReadOnlySpan<Operand?> arguments, int length, string name)
    {
        var start = arguments.Length > 2 ? Elements.IndexArgument(arguments[2], $"{name} requires an integral starting index") : 0;
        var end = arguments.Length > 3 ? Elements.IndexArgument(arguments[3], $"{name} requires an integral ending index") : length;
        return (start, Math.Min(end, length));
    }

    private static long Long(Operand? value, int code, string which)
    {
        // Decimals are no numbers here.
        if (!Numbers.IsNumber(value) || value.Value.Type == BsonType.Decimal128)
        {
            throw ExpressionError.Create(code, $"$substrBytes:  {which} must be a numeric type (is BSON type {ExpressionError.TypeOf(value)})");
        }

        var number = value.Value.Value;
        return Numbers.IsInteger(number.Type) ? Numbers.ToInt64(number) : double.IsNaN(number.AsDouble()) ? long.MinValue : (long)number.AsDouble();
    }

    private static int Whole(Operand? value, int notNumber, int notWhole, string which) => !Numbers.IsNumber(value)
        ? throw ExpressionError.Create(notNumber, $"$substrCP: {which} must be a numeric type (is BSON type {ExpressionError.TypeOf(value)})")
        : Numbers.AsWhole32(value.Value.Value) ?? throw ExpressionError.Create(notWhole, $"$substrCP: {which} cannot be represented as a 32-bit integral value");
}
