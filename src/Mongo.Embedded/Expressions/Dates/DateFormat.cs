using System.Globalization;
using System.Text;

namespace OwnedData.Mongo.Embedded.Expressions.Dates;

/// <summary>The formats of `$dateToString`.</summary>
internal static class DateFormat
{
    /// <summary>What is written where no format is given.</summary>
    internal const string Iso = "%Y-%m-%dT%H:%M:%S.%LZ";

    /// <summary>The same beside a time zone, where the Z would be wrong.</summary>
    internal const string IsoLocal = "%Y-%m-%dT%H:%M:%S.%L";

    private const string Specifiers = "dmYHMSLjuwUVGzZbB%";
    private const long LargestYear = 9999;

    internal static void Check(string format)
    {
        for (var i = format.IndexOf('%', StringComparison.Ordinal); i >= 0; i = format.IndexOf('%', i + 2))
        {
            if (i + 1 == format.Length)
            {
                throw ExpressionError.Create(18535, "Unmatched '%' at end of format string");
            }

            if (!Specifiers.Contains(format[i + 1], StringComparison.Ordinal))
            {
                throw ExpressionError.Create(18536, $"Invalid format character '%{format[i + 1]}' in format string");
            }

            if (i + 2 >= format.Length)
            {
                return;
            }
        }
    }

    /// <summary>The format has been checked.</summary>
    internal static string Write(string format, long instant, DateZone zone)
    {
        var offset = zone.OffsetAt(instant) / 60_000;
        var time = CivilTime.Of(zone.ToLocal(instant));
        if (time.Year is < 0 or > LargestYear)
        {
            throw ExpressionError.Create(18537, $"$dateToString is only defined on year 0-9999, tried to use year {time.Year}");
        }

        var output = new StringBuilder(format.Length + 16);
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] != '%')
            {
                output.Append(format[i]);
                continue;
            }

            output.Append(Part(format[++i], time, offset));
        }

        return output.ToString();
    }

    private static string Part(char specifier, CivilTime time, long offset) => specifier switch
    {
        'd' => $"{time.Day:00}",
        'm' => $"{time.Month:00}",
        'Y' => $"{time.Year:0000}",
        'H' => $"{time.Hour:00}",
        'M' => $"{time.Minute:00}",
        'S' => $"{time.Second:00}",
        'L' => $"{time.Millisecond:000}",
        'j' => $"{time.DayOfYear:000}",
        'u' => $"{time.IsoDayOfWeek}",
        'w' => $"{time.DayOfWeek}",
        'U' => $"{time.Week:00}",
        'V' => $"{time.IsoWeek:00}",
        'G' => $"{time.IsoYear:0000}",
        'z' => $"{(offset < 0 ? '-' : '+')}{Math.Abs(offset) / 60:00}{Math.Abs(offset) % 60:00}",
        'Z' => $"{offset}",
        'b' => CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(time.Month),
        'B' => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(time.Month),
        _ => "%",
    };
}
