using OwnedData.GraphQL.Errors;

namespace OwnedData.Execution.Limits;

/// <summary>What holds for one caller beside the viewer's rights. Plans know nothing of it, so no caller's terms reach another.</summary>
/// <param name="SeesSchema">Whether introspection is answered, and whether messages may suggest names of the schema.</param>
/// <param name="IsCostEnforced">False for a request that asks for its cost and is not executed.</param>
public readonly record struct CallerTerms(bool SeesSchema, bool IsCostEnforced)
{
    private static readonly ErrorOptions s_withoutNames = ErrorOptions.Default with { SuggestNames = false };

    /// <summary>What messages may say.</summary>
    internal ErrorOptions Errors => SeesSchema ? ErrorOptions.Default : s_withoutNames;
}
