using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Expressions.Arithmetic;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions.Dates;

/// <summary>`$year $month … $isoWeek` and `$dateToString`: what a calendar shows of an instant.</summary>
internal static class DateParts
{
    internal static OperatorParser Of(Func<CivilTime, Operand> part) => (call, argument) =>
    {
        if (argument.Type == BsonType.Array && new Operand(BsonType.Array, argument.Bytes.ToArray()).Elements().Count != 1)
        {
            throw ExpressionError.Create(40536, $"{call.Name} accepts exactly one argument if given an array");
        }

        var name = call.Name;
        if (argument.Type != BsonType.Document || ExpressionParser.IsOperator(argument))
        {
            return new CallExpression([call.Parser.ParseArguments(argument)[0], new LiteralExpression(value: null)], (values, _) => Part(values, name, isZoned: false, part));
        }

        var named = call.Named(argument, notDocument: 40535, unknown: 40535, "date", "timezone");
        var isZoned = named.Has("timezone");
        return new CallExpression([named.Required("date", 40539), named.Optional("timezone")], (values, _) => Part(values, name, isZoned, part));
    };

    internal static Expression ParseToString(OperatorCall call, BsonValue argument)
    {
        var named = call.Named(argument, notDocument: 18629, unknown: 18534, "date", "format", "timezone", "onNull");
        var (isFormatted, isZoned, hasFallback) = (named.Has("format"), named.Has("timezone"), named.Has("onNull"));
        if (named.Value("format") is { } format)
        {
            CheckLiteral(format);
        }

        return new CallExpression(
            [named.Required("date", 18628), named.Optional("format"), named.Optional("timezone"), named.Optional("onNull")],
            (values, _) => Write(values, isFormatted, isZoned) ?? (hasFallback ? values[3] : Operand.Null));
    }

    // A format that stands in the command is refused before any document is read.
    private static void CheckLiteral(Operand format)
    {
        if (format.Type is BsonType.Document or BsonType.Null || (format.Type == BsonType.String && format.Value.AsString() is [(byte)'$', ..]))
        {
            return;
        }

        DateFormat.Check(FormatOf(format));
    }

    private static Operand? Part(ReadOnlySpan<Operand?> values, string name, bool isZoned, Func<CivilTime, Operand> part) =>
        !Numbers.IsNull(values[0]) && DateValues.Coerce(values[0]) is var instant && DateZone.TryRead(values[1], isZoned, name, out var zone)
            ? part(CivilTime.Of(zone.ToLocal(instant)))
            : Operand.Null;

    private static Operand? Write(ReadOnlySpan<Operand?> values, bool isFormatted, bool isZoned)
    {
        if (Numbers.IsNull(values[0]))
        {
            return null;
        }

        if ((isFormatted && Numbers.IsNull(values[1])) || !DateZone.TryRead(values[2], isZoned, "$dateToString", out var zone))
        {
            return Operand.Null;
        }

        var format = isFormatted ? FormatOf(values[1]!.Value) : zone.IsUtc ? DateFormat.Iso : DateFormat.IsoLocal;
        DateFormat.Check(format);
        return Operand.Of(DateFormat.Write(format, DateValues.Coerce(values[0]), zone));
    }

    private static string FormatOf(Operand format) => format.Type == BsonType.String
        ? Encoding.UTF8.GetString(format.Value.AsString())
        : throw ExpressionError.Create(18533, $"$dateToString requires that 'format' be a string, found: {ExpressionError.TypeOf(format)}");
}
