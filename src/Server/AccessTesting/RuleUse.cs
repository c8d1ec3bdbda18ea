using OwnedData.Execution.Access.Explain;
using OwnedData.Schema.Access;
using OwnedData.Schema.Model;

namespace OwnedData.Server.AccessTesting;

/// <summary>One thing in the model that an expectation can exercise: a gate, a way in, one alternative of its `or`, or a restriction, for one operation.</summary>
/// <param name="Type">Of which type.</param>
/// <param name="Operation">For which operation.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Origin">Where it was written.</param>
/// <param name="Alternative">The member of the `or`; null for the whole rule.</param>
internal sealed record RuleUse(StoredType Type, AccessOperation Operation, RuleKind Kind, RuleOrigin Origin, string? Alternative)
{
    /// <summary>As the report says that nothing exercised it.</summary>
    public override string ToString()
    {
        var what = $"{Origin.File}:{Origin.Line} {Alternative ?? Origin.Text}";
        return Kind == RuleKind.Allow
            ? $"{Type.Name} {Operation.ToString().ToUpperInvariant()}: nobody got in by {what}"
            : $"{Type.Name} {Operation.ToString().ToUpperInvariant()}: nobody was stopped by {what}";
    }
}
