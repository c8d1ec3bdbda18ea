namespace OwnedData.Execution.Access.Rules;

/// <summary>One compiled narrowing of one operation.</summary>
/// <param name="Where">About the document.</param>
/// <param name="Message">What a viewer is told whom it stops, or null.</param>
internal sealed record CompiledRestrict(RuleCondition Where, string? Message);
