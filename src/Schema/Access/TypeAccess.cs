using System.Collections.Immutable;

namespace OwnedData.Schema.Access;

/// <summary>
/// The access rules of a stored type, as data: may = all gates and one of the allow rules and all restrict rules. A type that no allow
/// rule opens is refused by the model's check; an operation that none opens is closed.
/// </summary>
public sealed class TypeAccess
{
    /// <summary>`@authorize`: about the viewer alone; all must pass.</summary>
    public required ImmutableArray<Gate> Gates { get; init; }

    /// <summary>What `@owned` stamps and freezes; null without it.</summary>
    public required OwnerRule? Owner { get; init; }

    /// <summary>`@owned` first, then as written.</summary>
    public ImmutableArray<AllowRule> Allows { get; internal set; } = [];

    public ImmutableArray<RestrictRule> Restricts { get; internal set; } = [];

    /// <summary>From the restrict rules on CREATE.</summary>
    public ImmutableArray<Stamp> Stamps { get; internal set; } = [];

    /// <summary>True when `@owned` is the one way in: who sees a document has it.</summary>
    public bool IsOwnersAlone => Owner is not null && Allows.Length == 1;

    /// <summary>True when READ is open without a token.</summary>
    public bool IsPublic => Allows.Any(rule => rule.IsPublic);
}
