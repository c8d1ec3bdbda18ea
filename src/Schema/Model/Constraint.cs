using System.Text.RegularExpressions;

namespace OwnedData.Schema.Model;

/// <summary>`@constraint` on a field: what a written value must hold to. Null means no bound.</summary>
public sealed record Constraint
{
    /// <summary>Least length of a string, in Unicode code points; of each element where the field is a list.</summary>
    public int? MinLength { get; init; }

    /// <summary>Greatest length of a string, in Unicode code points.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Compiled with <see cref="RegexOptions.NonBacktracking"/>: linear in the text, whatever the pattern.</summary>
    public Regex? Pattern { get; init; }

    /// <summary>A named format such as `email`.</summary>
    public ConstraintFormat? Format { get; init; }

    /// <summary>Least number, as written in the model: compared as a decimal number.</summary>
    public string? Min { get; init; }

    /// <summary>Greatest number, as written in the model.</summary>
    public string? Max { get; init; }

    public int? MinItems { get; init; }

    public int? MaxItems { get; init; }

    public bool UniqueItems { get; init; }
}
