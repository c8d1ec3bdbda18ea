using OwnedData.Execution.Responses;

namespace OwnedData.Execution.Limits;

/// <summary>What the cost of a selection depends on in one request: the conditions that hold, and how long the lists below the root are.</summary>
internal readonly record struct SelectionValues(ConditionSet Conditions, InverseSizes Sizes);
