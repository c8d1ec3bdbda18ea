using System.Collections.Immutable;

namespace OwnedData.Execution.Access.Rules;

/// <summary>One compiled way into a type for one operation.</summary>
/// <param name="Where">About the document; null for every document.</param>
/// <param name="Policy">A scope or permission, or null.</param>
/// <param name="Roles">One of them; empty for none.</param>
/// <param name="IsPublic">For the anonymous too.</param>
/// <param name="Message">What a viewer is told whom nothing lets in, or null.</param>
internal sealed record CompiledAllow(RuleCondition? Where, string? Policy, ImmutableArray<string> Roles, bool IsPublic, string? Message)
{
    /// <summary>What is known without the document; a way that is not for this viewer is closed.</summary>
    public Truth Decide(in RuleContext context, in WrittenFields written) =>
        !IsFor(context.Viewer) ? Truth.False : Where is null ? Truth.True : Where.Decide(context, written);

    public bool Holds(ReadOnlySpan<byte> document, in RuleContext context) =>
        IsFor(context.Viewer) && (Where is null || Where.Matches(document, context));

    private bool IsFor(Viewer viewer) => (IsPublic || viewer.IsAuthenticated) && viewer.Holds(Policy, Roles);
}
