using System.Diagnostics.CodeAnalysis;
using OwnedData.Schema.Access;

namespace OwnedData.Execution.Access;

/// <summary>The viewer's side of the owner rule, bound for one request: the value that the document's owner field must equal.</summary>
internal static class AccessPredicate
{
    /// <summary>False when the rule can never match for this viewer: anonymous, or a claim that is missing or empty.</summary>
    public static bool TryGetOwner(OwnerRule rule, Viewer viewer, [NotNullWhen(true)] out string? owner)
    {
        owner = rule.By.Claim is { } claim ? viewer.Claims.GetValueOrDefault(claim) : viewer.Owner;
        return viewer.IsAuthenticated && !string.IsNullOrEmpty(owner);
    }
}
