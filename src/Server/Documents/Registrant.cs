using OwnedData.Execution.Access;

namespace OwnedData.Server.Documents;

/// <summary>Whom a registered document counts for: one person, or all callers without a token together.</summary>
internal readonly record struct Registrant(string? Issuer, string? Subject)
{
    public static Registrant Of(Viewer viewer) => new(viewer.Issuer, viewer.Subject);
}
