using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Expressions.Arithmetic;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions.Dates;

/// <summary>`$dateAdd $dateSubtract $dateDiff $dateTrunc`: units of the calendar are counted in local time.</summary>
internal static class DateOperators
{
    private const int Sunday = 7;

    internal static OperatorParser Add(int sign) => (call, argument) =>
    {
        var named = call.Named(argument, notDocument: 5166400, unknown: 5166401, "startDate", "unit", "amount", "timezone");
        var (isZoned, name) = (named.Has("timezone"), call.Name);
        return new CallExpression(
            [named.Required("startDate", 5166402), named.Required("unit", 5166402), named.Required("amount", 5166402), named.Optional("timezone")],
            (values, _) => Add(values, isZoned, name, sign));
    };

    internal static Expression ParseDifference(OperatorCall call, BsonValue argument)
    {
        var named = call.Named(argument, notDocument: 5166301, unknown: 5166302, "startDate", "endDate", "unit", "timezone", "startOfWeek");
        var (isZoned, hasStart) = (named.Has("timezone"), named.Has("startOfWeek"));
        return new CallExpression(
            [named.Required("startDate", 5166303), named.Required("endDate", 5166304), named.Required("unit", 5166305), named.Optional("timezone"), named.Optional("startOfWeek")],
            (values, _) => Difference(values, isZoned, hasStart));
    }

    internal static Expression ParseTruncate(OperatorCall call, BsonValue argument)
    {
        var named = call.Named(argument, notDocument: 5439007, unknown: 5439008, "date", "unit", "binSize", "timezone", "startOfWeek");
        var (isZoned, hasStart, isBinned) = (named.Has("timezone"), named.Has("startOfWeek"), named.Has("binSize"));
        return new CallExpression(
            [named.Required("date", 5439009), named.Required("unit", 5439010), named.Optional("binSize"), named.Optional("timezone"), named.Optional("startOfWeek")],
            (values, _) => Truncate(values, isZoned, hasStart, isBinned));
    }

    private static Operand? Add(ReadOnlySpan<Operand?> values, bool isZoned, string name, int sign)
    {
        if (Numbers.IsNull(values[0]) || Numbers.IsNull(values[1]) || Numbers.IsNull(values[2]) || !DateZone.TryRead(values[3], isZoned, name, out var zone))
        {
            return Operand.Null;
        }

        var start = DateValues.Coerce(values[0], 5166403);
        var unit = DateUnit.Parse(values[1] is { Type: BsonType.String } ? values[1] : throw ExpressionError.Create(5166404, $"{name} expects string defining the time unit"), name);
        var amount = (Numbers.IsNumber(values[2]) ? Numbers.AsWhole(values[2]!.Value.Value) : null)
            ?? throw ExpressionError.Create(5166405, $"{name} expects integer amount of time units");
        var moved = unit.IsCalendar
            ? unit.Add(zone.ToLocal(start), (Int128)amount * sign) is { } local ? zone.ToInstant(local) : null
            : unit.Add(start, (Int128)amount * sign);
        return Operand.OfDate(moved ?? throw ExpressionError.Create(5166406, $"{name} overflowed"));
    }

    private static Operand? Difference(ReadOnlySpan<Operand?> values, bool isZoned, bool hasStart)
    {
        if (Numbers.IsNull(values[0]) || Numbers.IsNull(values[1]) || Numbers.IsNull(values[2]) || !DateZone.TryRead(values[3], isZoned, "$dateDiff", out var zone) || (hasStart && Numbers.IsNull(values[4])))
        {
            return Operand.Null;
        }

        var (start, end) = (DateValues.Coerce(values[0], 5166307), DateValues.Coerce(values[1], 5166307));
        var unit = DateUnit.Parse(values[2], "$dateDiff");
        if (unit.Milliseconds == 1)
        {
            zone = DateZone.Utc;
        }

        // Hours begin where the zone's clock says so, but all that pass are counted.
        var weekStart = hasStart && unit.IsWeek ? DateUnit.ParseWeekStart(values[4], "$dateDiff") : Sunday;
        var difference = (Int128)unit.IndexOf(zone.ToLocal(end), weekStart) - unit.IndexOf(zone.ToLocal(start), weekStart)
            + (unit.IsCalendar ? 0 : (zone.OffsetAt(start) - zone.OffsetAt(end)) / unit.Milliseconds);
        return difference >= long.MinValue && difference <= long.MaxValue
            ? Operand.Of((long)difference)
            : throw ExpressionError.Create(5166308, "$dateDiff overflowed");
    }

    private static Operand? Truncate(ReadOnlySpan<Operand?> values, bool isZoned, bool hasStart, bool isBinned)
    {
        if (Numbers.IsNull(values[0]) || Numbers.IsNull(values[1]) || (isBinned && Numbers.IsNull(values[2])) || !DateZone.TryRead(values[3], isZoned, "$dateTrunc", out var zone)
            || (hasStart && Numbers.IsNull(values[4])))
        {
            return Operand.Null;
        }

        var instant = DateValues.Coerce(values[0], 5439012);
        var unit = DateUnit.Parse(values[1], "$dateTrunc");
        var bin = !isBinned ? 1 : (Numbers.IsNumber(values[2]) ? Numbers.AsWhole(values[2]!.Value.Value) : null)
            ?? throw ExpressionError.Create(5439017, "$dateTrunc requires 'binSize' to be a 64-bit integer");
        if (bin <= 0)
        {
            throw ExpressionError.Create(5439018, "$dateTrunc requires 'binSize' to be greater than 0");
        }

        // Hours are counted in the zone's distance from UTC at the beginning of 2000, whatever it is at the instant.
        zone = unit.IsCalendar ? zone : zone.FixedAt(DateUnit.Reference);
        var weekStart = hasStart && unit.IsWeek ? DateUnit.ParseWeekStart(values[4], "$dateTrunc") : Sunday;
        var index = CivilTime.FloorDivide(unit.IndexOf(zone.ToLocal(instant), weekStart), bin) * (Int128)bin;
        var start = index >= long.MinValue ? unit.StartOf((long)index, weekStart) : null;
        return Operand.OfDate(start is { } local ? zone.ToInstant(local) : throw ExpressionError.Create(5439019, "$dateTrunc overflowed"));
    }
}
