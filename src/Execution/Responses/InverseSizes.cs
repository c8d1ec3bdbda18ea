namespace OwnedData.Execution.Responses;

/// <summary>How many documents each `@inverse` of a plan gives on this request's values; the default value is a plan without one.</summary>
internal readonly struct InverseSizes(int[]? sizes)
{
    private readonly int[]? _sizes = sizes;

    /// <summary>The most documents for one parent.</summary>
    public int Of(int relation) => _sizes?[relation] ?? 0;
}
