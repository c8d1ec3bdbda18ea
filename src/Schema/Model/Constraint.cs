using System.Collections.Immutable;

namespace OwnedData.Schema.Model;

/// <summary>
/// `@constraint` on a field: what a written value must hold to. Null means no bound.
/// On a list, all but the items' bounds are about its elements.
/// </summary>
public sealed record Constraint
{
    /// <summary>Least length of a string, in Unicode code points; of each element where the field is a list.</summary>
    public int? MinLength { get; init; }

    /// <summary>Greatest length of a string, in Unicode code points.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Must match somewhere in the text.</summary>
    public TextPattern? Pattern { get; init; }

    /// <summary>A named format such as `email`.</summary>
    public ConstraintFormat? Format { get; init; }

    /// <summary>Least number, as written in the model: compared as a decimal number.</summary>
    public string? Min { get; init; }

    /// <summary>Greatest number, as written in the model.</summary>
    public string? Max { get; init; }

    public int? MinItems { get; init; }

    public int? MaxItems { get; init; }

    /// <summary>No element twice. The caller compares elements: it knows their type.</summary>
    public bool UniqueItems { get; init; }

    /// <summary>Everything that a string breaks; empty when it is fine.</summary>
    public ImmutableArray<ConstraintViolation> CheckText(string text)
    {
        var length = text.EnumerateRunes().Count();
        return OnlyBroken(
            (length < MinLength, ValidationCode.MinLength, $"must have at least {Count(MinLength, "character")}"),
            (length > MaxLength, ValidationCode.MaxLength, $"must have at most {Count(MaxLength, "character")}"),
            (Pattern is not null && !Pattern.IsMatch(text), ValidationCode.Pattern, $"must match {Pattern}"),
            (
                Format is { } format && !ConstraintFormats.Matches(format, text),
                ValidationCode.Format,
                $"must have the format {Format?.ToString().ToLowerInvariant()}"
            ));
    }

    /// <summary>Everything that a number breaks, given as GraphQL or JSON writes it; empty when it is fine.</summary>
    public ImmutableArray<ConstraintViolation> CheckNumber(string number) => OnlyBroken(
        (Min is not null && NumberText.Compare(number, Min) < 0, ValidationCode.Min, $"must be at least {Min}"),
        (Max is not null && NumberText.Compare(number, Max) > 0, ValidationCode.Max, $"must be at most {Max}"));

    /// <summary>Everything that a list of so many elements breaks; empty when it is fine.</summary>
    public ImmutableArray<ConstraintViolation> CheckCount(int count) => OnlyBroken(
        (count < MinItems, ValidationCode.MinItems, $"must have at least {Count(MinItems, "item")}"),
        (count > MaxItems, ValidationCode.MaxItems, $"must have at most {Count(MaxItems, "item")}"));

    private static string Count(int? count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    private static ImmutableArray<ConstraintViolation> OnlyBroken(params ReadOnlySpan<(bool IsBroken, ValidationCode Code, string Message)> bounds)
    {
        var violations = ImmutableArray.CreateBuilder<ConstraintViolation>();
        foreach (var (isBroken, code, message) in bounds)
        {
            if (isBroken)
            {
                violations.Add(new ConstraintViolation(code, message));
            }
        }

        return violations.DrainToImmutable();
    }
}
