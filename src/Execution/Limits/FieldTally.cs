namespace OwnedData.Execution.Limits;

/// <summary>How many fields a selection set has once its fragments are spread.</summary>
/// <param name="Fields">All of them.</param>
/// <param name="Aliases">Those under an alias.</param>
internal readonly record struct FieldTally(long Fields, long Aliases)
{
    /// <summary>A document can double 50 times and more: sums stay here, above any limit and far below an overflow.</summary>
    public const long Most = int.MaxValue + 1L;

    public static FieldTally operator +(FieldTally left, FieldTally right) =>
        new(Math.Min(left.Fields + right.Fields, Most), Math.Min(left.Aliases + right.Aliases, Most));
}
