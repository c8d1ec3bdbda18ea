namespace OwnedData.Execution.Access.Rules;

/// <summary>What is asked of the elements of a list.</summary>
internal enum Quantifier
{
    Some,
    None,
    All,
}
