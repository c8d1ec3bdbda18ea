using System.Diagnostics.CodeAnalysis;
using System.Text;
using OwnedData.Bson;
using OwnedData.Schema.Access;

namespace OwnedData.Execution.Access;

/// <summary>The viewer's side of the owner rule, bound for one request: the value that the document's owner field must equal.</summary>
internal static class AccessPredicate
{
    /// <summary>False when the rule can never match for this viewer: anonymous, or a claim that is missing or empty.</summary>
    public static bool TryGetOwner(OwnerRule rule, Viewer viewer, [NotNullWhen(true)] out string? owner)
    {
        owner = rule.By.Source == ViewerSource.Subject ? viewer.Owner
            : viewer.Claims.TryGetValue(Encoding.UTF8.GetBytes(rule.By.Name), out var claim) && claim.Type == BsonType.String ? Encoding.UTF8.GetString(claim.AsString())
            : null;
        return viewer.IsAuthenticated && !string.IsNullOrEmpty(owner);
    }
}
