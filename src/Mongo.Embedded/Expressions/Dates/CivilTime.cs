namespace OwnedData.Mongo.Embedded.Expressions.Dates;

/// <summary>An instant as a calendar shows it: the Gregorian one, of all years that 64 bits of milliseconds reach.</summary>
internal readonly record struct CivilTime(long Year, int Month, int Day, long TimeOfDay)
{
    internal const long MillisecondsPerDay = 86_400_000;

    private const int DaysPerEra = 146_097;
    private const int DaysToEpoch = 719_468;

    internal int Hour => (int)(TimeOfDay / 3_600_000);

    internal int Minute => (int)(TimeOfDay / 60_000 % 60);

    internal int Second => (int)(TimeOfDay / 1000 % 60);

    internal int Millisecond => (int)(TimeOfDay % 1000);

    /// <summary>Days since 1970-01-01.</summary>
    internal long Days => DaysOf(Year, Month, Day);

    /// <summary>Sunday is 1.</summary>
    internal int DayOfWeek => (int)Modulo(Days + 4, 7) + 1;

    /// <summary>Monday is 1.</summary>
    internal int IsoDayOfWeek => (int)Modulo(Days + 3, 7) + 1;

    internal int DayOfYear => (int)(Days - DaysOf(Year, 1, 1)) + 1;

    /// <summary>Weeks begin on Sundays; days before the first are week 0.</summary>
    internal int Week => (DayOfYear - DayOfWeek + 7) / 7;

    internal int IsoWeek => (ThursdayOfWeek.DayOfYear - 1) / 7 + 1;

    internal long IsoYear => ThursdayOfWeek.Year;

    // The week belongs to the year of its Thursday.
    private CivilTime ThursdayOfWeek => OfDays(Days - IsoDayOfWeek + 4);

    internal static CivilTime Of(long milliseconds)
    {
        var days = FloorDivide(milliseconds, MillisecondsPerDay);
        return OfDays(days) with { TimeOfDay = milliseconds - days * MillisecondsPerDay };
    }

    // Years begin in March here, so that the day that comes and goes is the last.
    internal static long DaysOf(long year, int month, int day)
    {
        year -= month <= 2 ? 1 : 0;
        var era = FloorDivide(year, 400);
        var yearOfEra = year - era * 400;
        var dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        return era * DaysPerEra + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - DaysToEpoch;
    }

    internal static int DaysInMonth(long year, int month) => month switch
    {
        2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    internal static long FloorDivide(long value, long divisor)
    {
        var quotient = value / divisor;
        return value % divisor < 0 ? quotient - 1 : quotient;
    }

    internal static long Modulo(long value, long divisor) => value - FloorDivide(value, divisor) * divisor;

    private static CivilTime OfDays(long days)
    {
        var shifted = days + DaysToEpoch;
        var era = FloorDivide(shifted, DaysPerEra);
        var dayOfEra = shifted - era * DaysPerEra;
        var yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        var dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        var monthFromMarch = (5 * dayOfYear + 2) / 153;
        var month = (int)(monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9);
        return new CivilTime(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, (int)(dayOfYear - (153 * monthFromMarch + 2) / 5) + 1, 0);
    }
}
