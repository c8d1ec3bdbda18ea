using OwnedData.Execution.Access;
using OwnedData.Execution.Access.Explain;
using OwnedData.GraphQL.Errors;
using OwnedData.Schema.Model;

namespace OwnedData.Server.GraphQL;

/// <summary>The header `GraphQL-Access: explain` of a request, and who may send it; <see cref="AccessReply"/> answers it.</summary>
/// <param name="model">Whose rules are explained.</param>
/// <param name="isOpen">Whether everybody may ask, as in Development.</param>
/// <param name="policy">The scope or permission that lets others ask; null for nobody.</param>
internal sealed class AccessExplanations(DataModel model, bool isOpen, string? policy)
{
    private const string Name = "GraphQL-Access";

    /// <summary>The viewer, unless the request asks for what is not for them.</summary>
    public Outcome<Viewer> Check(HttpRequest request, Viewer viewer) => !IsAskedFor(request) || isOpen || Holds(viewer)
        ? viewer
        : new GraphQLError(ErrorCatalog.ExplanationRefused, "The current user may not ask how access was decided.", []);

    /// <summary>Null for a request that doesn't ask.</summary>
    public AccessRecorder? CreateRecorder(HttpRequest request) => IsAskedFor(request) ? new AccessRecorder(model) : null;

    private static bool IsAskedFor(HttpRequest request) => "explain".Equals(request.Headers[Name], StringComparison.OrdinalIgnoreCase);

    private bool Holds(Viewer viewer) => policy is not null && (viewer.Scopes.Contains(policy) || viewer.Permissions.Contains(policy));
}
