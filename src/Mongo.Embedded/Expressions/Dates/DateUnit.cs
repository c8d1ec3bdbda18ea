using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions.Dates;

/// <summary>A unit of time: so many months, or so many milliseconds. Weeks begin on a day.</summary>
internal readonly record struct DateUnit(int Months, long Milliseconds)
{
    private const long Second = 1000;
    private const long Day = CivilTime.MillisecondsPerDay;

    /// <summary>2000-01-01, from which units are counted.</summary>
    internal const long Reference = 946_684_800_000;

    internal bool IsWeek => Milliseconds == 7 * Day;

    /// <summary>Whether the unit is one of the calendar's, which a time zone moves.</summary>
    internal bool IsCalendar => Months > 0 || Milliseconds >= Day;

    internal static DateUnit Parse(Operand? value, string name)
    {
        if (value is not { Type: BsonType.String } text)
        {
            throw ExpressionError.Create(5439013, $"{name} requires 'unit' to be a string, but got {ExpressionError.TypeOf(value)}");
        }

        return Encoding.UTF8.GetString(text.Value.AsString()) switch
        {
            "year" => new DateUnit(12, 0),
            "quarter" => new DateUnit(3, 0),
            "month" => new DateUnit(1, 0),
            "week" => new DateUnit(0, 7 * Day),
            "day" => new DateUnit(0, Day),
            "hour" => new DateUnit(0, 3600 * Second),
            "minute" => new DateUnit(0, 60 * Second),
            "second" => new DateUnit(0, Second),
            "millisecond" => new DateUnit(0, 1),
            var other => throw ExpressionError.Create(9, $"{name} parameter 'unit' value cannot be recognized as a time unit: {other}"),
        };
    }

    /// <summary>The number of the day, Monday is 1, that weeks begin on; Sunday where none is given.</summary>
    internal static int ParseWeekStart(Operand? value, string name)
    {
        if (value is not { Type: BsonType.String } text)
        {
            throw ExpressionError.Create(5439015, $"{name} requires 'startOfWeek' to be a string, but got {ExpressionError.TypeOf(value)}");
        }

        return Encoding.UTF8.GetString(text.Value.AsString()).ToLowerInvariant() switch
        {
            "monday" or "mon" => 1,
            "tuesday" or "tue" => 2,
            "wednesday" or "wed" => 3,
            "thursday" or "thu" => 4,
            "friday" or "fri" => 5,
            "saturday" or "sat" => 6,
            "sunday" or "sun" => 7,
            var other => throw ExpressionError.Create(9, $"{name} parameter 'startOfWeek' value cannot be recognized as a day of a week: {other}"),
        };
    }

    /// <summary>A local time so many units later; the day is cut to the month's last. Null where 64 bits do not hold it.</summary>
    internal long? Add(long local, Int128 amount)
    {
        if (Months == 0)
        {
            return Fit(local + amount * Milliseconds);
        }

        var time = CivilTime.Of(local);
        var months = time.Year * 12 + time.Month - 1 + amount * Months;
        if (Int128.Abs(months) > (Int128)1 << 40)
        {
            return null;
        }

        var year = CivilTime.FloorDivide((long)months, 12);
        var month = (int)CivilTime.Modulo((long)months, 12) + 1;
        var days = CivilTime.DaysOf(year, month, Math.Min(time.Day, CivilTime.DaysInMonth(year, month)));
        return Fit((Int128)days * Day + time.TimeOfDay);
    }

    /// <summary>Which of the units since the beginning of 2000 (weeks: since the first that begins in it) a local time lies in.</summary>
    internal long IndexOf(long local, int weekStart)
    {
        if (Months > 0)
        {
            var time = CivilTime.Of(local);
            return CivilTime.FloorDivide((time.Year - 2000) * 12 + time.Month - 1, Months);
        }

        var elapsed = (Int128)local - Start(weekStart);
        var index = elapsed / Milliseconds;
        return (long)(elapsed % Milliseconds < 0 ? index - 1 : index);
    }

    /// <summary>Where the unit of this index begins; null where 64 bits do not hold it.</summary>
    internal long? StartOf(long index, int weekStart) => Months > 0
        ? Add(CivilTime.DaysOf(2000, 1, 1) * Day, index)
        : Fit(Start(weekStart) + (Int128)index * Milliseconds);

    private static long? Fit(Int128 value) => value >= long.MinValue && value <= long.MaxValue ? (long)value : null;

    // 2000-01-01 was a Saturday.
    private long Start(int weekStart) => (CivilTime.DaysOf(2000, 1, 1) + (IsWeek ? CivilTime.Modulo(weekStart - 6, 7) : 0)) * Day;
}
