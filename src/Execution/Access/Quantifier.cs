namespace OwnedData.Execution.Access;

/// <summary>What is asked of the elements of a list.</summary>
internal enum Quantifier
{
    Some,
    None,
    All,
}
