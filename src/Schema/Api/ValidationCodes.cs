using System.Collections.Immutable;
using System.Diagnostics;
using OwnedData.Schema.Model;

namespace OwnedData.Schema.Api;

/// <summary>The values of the published enum `ValidationErrorCode`.</summary>
public static class ValidationCodes
{
    internal static ImmutableArray<ValidationCode> All { get; } = [.. Enum.GetValues<ValidationCode>()];

    /// <summary>The enum value's name, such as `MIN_LENGTH`.</summary>
    public static string ToName(this ValidationCode code) => code switch
    {
        ValidationCode.Required => "REQUIRED",
        ValidationCode.MinLength => "MIN_LENGTH",
        ValidationCode.MaxLength => "MAX_LENGTH",
        ValidationCode.Pattern => "PATTERN",
        ValidationCode.Format => "FORMAT",
        ValidationCode.Min => "MIN",
        ValidationCode.Max => "MAX",
        ValidationCode.MinItems => "MIN_ITEMS",
        ValidationCode.MaxItems => "MAX_ITEMS",
        ValidationCode.UniqueItems => "UNIQUE_ITEMS",
        ValidationCode.Invalid => "INVALID",
        _ => throw new UnreachableException($"{code} is no validation code."),
    };

    internal static string Description(this ValidationCode code) => code switch
    {
        ValidationCode.Required => "It is null, or left out.",
        ValidationCode.MinLength => "It has too few characters.",
        ValidationCode.MaxLength => "It has too many characters.",
        ValidationCode.Pattern => "It doesn't match the pattern.",
        ValidationCode.Format => "It doesn't have the format.",
        ValidationCode.Min => "It is too small.",
        ValidationCode.Max => "It is too great.",
        ValidationCode.MinItems => "It has too few items.",
        ValidationCode.MaxItems => "It has too many items.",
        ValidationCode.UniqueItems => "It has an item twice.",
        ValidationCode.Invalid => "It can't be stored.",
        _ => throw new UnreachableException($"{code} is no validation code."),
    };
}
