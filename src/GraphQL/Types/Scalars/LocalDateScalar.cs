using System.Globalization;

namespace OwnedData.GraphQL.Types.Scalars;

/// <summary>`LocalDate` → <see cref="DateOnly"/>: yyyy-MM-dd.</summary>
internal sealed class LocalDateScalar : TextScalarCoercion
{
    public override string Name => "LocalDate";

    public override string Description => "The `LocalDate` scalar represents a date without a time and without a time zone.";

    protected override string Format => "a date such as \"2026-01-31\"";

    protected override object? Parse(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value : null;
}
