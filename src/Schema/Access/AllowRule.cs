using System.Collections.Immutable;

namespace OwnedData.Schema.Access;

/// <summary>One way into a type: `@allow`, `@owned` or `@public`. One that holds is enough; in it, everything must hold.</summary>
/// <param name="On">The operations it opens.</param>
/// <param name="Where">About the document; null for every document.</param>
/// <param name="Policy">A scope or permission the viewer must hold; null for none.</param>
/// <param name="Roles">The viewer must hold one of them; empty for none.</param>
/// <param name="IsPublic">`@public`: for everyone, without a token too. Other rules never hold for the anonymous.</param>
/// <param name="Message">What a viewer is told whom no rule lets change or make a document; null for the standard text.</param>
/// <param name="Origin">Where it was written.</param>
public sealed record AllowRule(
    ImmutableArray<AccessOperation> On,
    Condition? Where,
    string? Policy,
    ImmutableArray<string> Roles,
    bool IsPublic,
    string? Message,
    RuleOrigin Origin);
