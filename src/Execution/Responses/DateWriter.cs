using OwnedData.Bson;

namespace OwnedData.Execution.Responses;

/// <summary>Writes BSON dates as ISO 8601 in UTC, years 0001 to 9999.</summary>
internal static class DateWriter
{
    private const long FirstMillisecond = -62_135_596_800_000;
    private const long LastMillisecond = 253_402_300_799_999;

    /// <summary>`2024-03-01T12:30:00Z`, with milliseconds only where there are some, as Hot Chocolate writes it.</summary>
    public static bool TryWriteDateTime(BsonValue value, ResponseBuffer buffer)
    {
        if (!TryRead(value, out var date))
        {
            return false;
        }

        const int MaximumLength = 26;
        const int SecondsEnd = 20;
        var span = buffer.GetSpan(MaximumLength);
        span[0] = (byte)'"';
        date.TryFormat(span[1..], out _, "s");
        var length = SecondsEnd;
        if (date.Millisecond is > 0 and var milliseconds)
        {
            span[length++] = (byte)'.';
            span[length++] = (byte)('0' + (milliseconds / 100));
            span[length++] = (byte)('0' + (milliseconds / 10 % 10));
            span[length++] = (byte)('0' + (milliseconds % 10));
        }

        span[length++] = (byte)'Z';
        span[length++] = (byte)'"';
        buffer.Advance(length);
        return true;
    }

    /// <summary>`2024-03-01`; a date with a time of day is no local date.</summary>
    public static bool TryWriteLocalDate(BsonValue value, ResponseBuffer buffer)
    {
        if (!TryRead(value, out var date) || date.TimeOfDay != TimeSpan.Zero)
        {
            return false;
        }

        const int Length = 12;
        var span = buffer.GetSpan(Length);
        span[0] = span[Length - 1] = (byte)'"';
        DateOnly.FromDateTime(date).TryFormat(span[1..], out _, "o");
        buffer.Advance(Length);
        return true;
    }

    private static bool TryRead(BsonValue value, out DateTime date)
    {
        date = default;
        if (value.Type != BsonType.DateTime || value.AsDateTime() is not (>= FirstMillisecond and <= LastMillisecond and var milliseconds))
        {
            return false;
        }

        date = new DateTime((milliseconds - FirstMillisecond) * TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);
        return true;
    }
}
