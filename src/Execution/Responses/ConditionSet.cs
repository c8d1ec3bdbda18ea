namespace OwnedData.Execution.Responses;

/// <summary>Which of a plan's `@skip` and `@include` conditions hold for this request; bound once from the variables.</summary>
internal readonly struct ConditionSet(bool[] values)
{
    /// <summary>The index of a field that is always included.</summary>
    public const int Always = -1;

    private readonly bool[] _values = values;

    /// <summary>True when the field with that condition is part of the response.</summary>
    public bool Includes(int condition) => condition == Always || _values[condition];
}
