using System.Text;
using System.Text.RegularExpressions;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Expressions.Arithmetic;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions.Dates;

/// <summary>A time zone: a distance from UTC such as +05:30, or one of the tz database's names.</summary>
internal sealed partial class DateZone
{
    private const int LongestName = 64;
    private const long MillisecondsPerMinute = 60_000;

    // The years that the tz database speaks of; beyond them the zone's own distance holds.
    private static readonly long s_first = DateTimeOffset.MinValue.AddYears(1).ToUnixTimeMilliseconds();
    private static readonly long s_last = DateTimeOffset.MaxValue.AddYears(-1).ToUnixTimeMilliseconds();

    private readonly TimeZoneInfo? _zone;
    private readonly long _offset;

    private DateZone(TimeZoneInfo? zone, long offset)
    {
        _zone = zone;
        _offset = offset;
    }

    internal static DateZone Utc { get; } = new(zone: null, 0);

    internal bool IsUtc => _zone is null && _offset == 0;

    /// <summary>The zone of an operator's argument: UTC where there is no such argument; false where it is null.</summary>
    internal static bool TryRead(Operand? argument, bool isGiven, string name, out DateZone zone)
    {
        zone = Utc;
        if (!isGiven)
        {
            return true;
        }

        if (Numbers.IsNull(argument))
        {
            return false;
        }

        zone = argument.Value.Type == BsonType.String
            ? Parse(Encoding.UTF8.GetString(argument.Value.Value.AsString()))
            : throw ExpressionError.Create(40533, $"{name} requires a string for the timezone argument, but was given a {ExpressionError.TypeOf(argument)}");
        return true;
    }

    internal static DateZone Parse(string text)
    {
        if (text is "UTC" or "GMT" or "Z")
        {
            return Utc;
        }

        if (OffsetPattern().Match(text) is { Success: true } match)
        {
            var minutes = 60 * int.Parse(match.Groups["hours"].ValueSpan) + (match.Groups["minutes"].Success ? int.Parse(match.Groups["minutes"].ValueSpan) : 0);
            return new DateZone(zone: null, (text[0] == '-' ? -minutes : minutes) * MillisecondsPerMinute);
        }

        return text.Length <= LongestName && !text.Contains("..", StringComparison.Ordinal) && text is [>= 'A' and <= 'Z', ..] && TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone) && zone.HasIanaId
            ? new DateZone(zone, (long)zone.BaseUtcOffset.TotalMilliseconds)
            : throw ExpressionError.Create(40485, $"unrecognized time zone identifier: \"{text}\"");
    }

    /// <summary>How far local time is ahead of UTC at an instant, in milliseconds.</summary>
    internal long OffsetAt(long instant) => _zone is null || instant < s_first || instant > s_last
        ? _offset
        : (long)_zone.GetUtcOffset(DateTimeOffset.FromUnixTimeMilliseconds(instant)).TotalMilliseconds;

    /// <summary>The zone with the distance that it has at an instant, at all times.</summary>
    internal DateZone FixedAt(long instant) => new(zone: null, OffsetAt(instant));

    /// <summary>The local time of an instant, as milliseconds of a clock that knows no zones.</summary>
    internal long ToLocal(long instant) => Saturated((Int128)instant + OffsetAt(instant));

    internal long ToInstant(long local)
    {
        var guess = Saturated((Int128)local - OffsetAt(local));
        return Saturated((Int128)local - OffsetAt(guess));
    }

    private static long Saturated(Int128 value) => (long)Int128.Clamp(value, long.MinValue, long.MaxValue);

    [GeneratedRegex(@"^[+-](?<hours>[0-9]{2})(:?(?<minutes>[0-9]{2}))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex OffsetPattern();
}
