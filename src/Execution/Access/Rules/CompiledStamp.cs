namespace OwnedData.Execution.Access.Rules;

/// <summary>What a create writes in the viewer's name.</summary>
/// <param name="Name">The element at the top of the document.</param>
/// <param name="Value">A single value.</param>
/// <param name="IsOwner">True for the owner: without a value there is no create.</param>
internal sealed record CompiledStamp(byte[] Name, RuleOperand Value, bool IsOwner);
