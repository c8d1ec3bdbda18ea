namespace OwnedData.Execution.Access.Rules;

/// <summary>What a comparison tests a value for.</summary>
internal enum OperatorTest
{
    Equal,
    In,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
    Contains,
    StartsWith,
    EndsWith,
}
