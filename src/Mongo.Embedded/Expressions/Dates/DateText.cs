using System.Globalization;

namespace OwnedData.Mongo.Embedded.Expressions.Dates;

/// <summary>Reads dates in ISO 8601 as text: `2017-02-08`, `2017-02-08T12:10:40.787Z`, with a distance from UTC, with a space in place of the T.</summary>
internal static class DateText
{
    private static readonly string[] s_formats =
    [
        "yyyy-MM-dd", "yyyy-MM-ddK",
        "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFF", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mmK", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm:ss.FFFFFFFK",
    ];

    /// <summary>False for any other text.</summary>
    internal static bool TryParse(string text, out long milliseconds)
    {
        // +0200 and +02 say the same as +02:00.
        var sign = text.LastIndexOfAny(['+', '-']);
        var zone = sign > "yyyy-MM-dd".Length - 1 ? text[(sign + 1)..] : "";
        var whole = zone.Length switch
        {
            2 => $"{text}:00",
            4 => $"{text[..^2]}:{text[^2..]}",
            _ => text,
        };
        var isDate = DateTimeOffset.TryParseExact(whole, s_formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date);
        milliseconds = date.ToUnixTimeMilliseconds();
        return isDate;
    }
}
