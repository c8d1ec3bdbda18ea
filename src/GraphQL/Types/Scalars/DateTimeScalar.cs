using System.Globalization;

namespace OwnedData.GraphQL.Types.Scalars;

/// <summary>`DateTime` → <see cref="DateTimeOffset"/>: RFC 3339, time and offset required, at most 7 fractional digits (100 ns).</summary>
internal sealed class DateTimeScalar : TextScalarCoercion
{
    private const string Shape = "0000-00-00T00:00:00";
    private const int MaxFractionDigits = 7;

    public override string Name => "DateTime";

    public override string Description => "The `DateTime` scalar represents an ISO-8601 compliant date time type.";

    public override string SpecifiedBy => "https://www.graphql-scalars.com/date-time";

    protected override string Format => "an RFC 3339 date and time with an offset, such as \"2026-01-31T12:00:00Z\"";

    protected override object? Parse(string text)
    {
        if (!HasShape(text))
        {
            return null;
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value : null;
    }

    /// <summary>The framework's parser takes far more than RFC 3339, so the shape is settled first and it only judges the numbers.</summary>
    private static bool HasShape(string text)
    {
        if (text.Length <= Shape.Length || !Matches(text.AsSpan(0, Shape.Length), Shape))
        {
            return false;
        }

        var rest = text.AsSpan(Shape.Length);
        if (rest[0] == '.')
        {
            var digits = rest[1..].IndexOfAnyExceptInRange('0', '9');
            if (digits is < 1 or > MaxFractionDigits)
            {
                return false;
            }

            rest = rest[(digits + 1)..];
        }

        return rest is "Z" or "z" || Matches(rest, "+00:00") || Matches(rest, "-00:00");
    }

    private static bool Matches(ReadOnlySpan<char> text, string shape)
    {
        if (text.Length != shape.Length)
        {
            return false;
        }

        for (var index = 0; index < shape.Length; index++)
        {
            var fits = shape[index] == '0' ? char.IsAsciiDigit(text[index]) : char.ToUpperInvariant(text[index]) == shape[index];
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }
}
