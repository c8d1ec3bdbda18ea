using OwnedData.Execution;
using OwnedData.Execution.Access;
using OwnedData.Execution.Limits;
using OwnedData.Execution.Planning;
using OwnedData.GraphQL.Errors;
using OwnedData.Server.GraphQL;

namespace OwnedData.Server.Documents;

/// <summary>
/// The stage between a request and its plan: a trusted document by its id, an automatically persisted one by its hash, or the text.
/// Where only trusted documents run, no text is ever compiled.
/// </summary>
internal sealed class DocumentLookup(OperationCompiler compiler, TrustedDocuments trusted, AutomaticDocuments automatic, bool isTrustedOnly)
{
    public Outcome<OperationPlan> FindPlan(GraphQLRequest request, Viewer viewer, CallerTerms terms) => request.Document switch
    {
        { Id: { } id } => FindById(id, request, terms),
        { PersistedHash: { } hash } => FindByHash(hash, request, viewer, terms),
        _ when isTrustedOnly => new GraphQLError(ErrorCatalog.OnlyPersistedOperations, "Only persisted operations are allowed.", []),
        _ => compiler.Compile(request.Document.Text.Span, request.OperationName, terms),
    };

    // Clients that send both an id and the text are served by the text where the id is not known.
    private Outcome<OperationPlan> FindById(string id, GraphQLRequest request, CallerTerms terms)
    {
        if (trusted.TryGet(id, out var document))
        {
            return document.GetPlan(request.OperationName);
        }

        return isTrustedOnly || request.Document.Text.IsEmpty ? UnknownId(id) : compiler.Compile(request.Document.Text.Span, request.OperationName, terms);
    }

    private Outcome<OperationPlan> FindByHash(string hash, GraphQLRequest request, Viewer viewer, CallerTerms terms)
    {
        if (!isTrustedOnly && !request.Document.Text.IsEmpty)
        {
            return Register(hash, request, viewer, terms);
        }

        if (trusted.TryGet(hash, out var document))
        {
            return document.GetPlan(request.OperationName);
        }

        // Not "PersistedQueryNotFound": the link would send the text next, in vain.
        if (isTrustedOnly)
        {
            return UnknownId(hash);
        }

        return DocumentHash.TryParse(hash, out var key) && automatic.TryGet(key, out var text)
            ? compiler.Compile(text, request.OperationName, terms)
            : new GraphQLError(ErrorCatalog.PersistedOperationNotFound, "PersistedQueryNotFound", []);
    }

    // Only what compiles is kept, so that room is taken by documents that can run.
    private Outcome<OperationPlan> Register(string hash, GraphQLRequest request, Viewer viewer, CallerTerms terms)
    {
        var text = request.Document.Text.Span;
        if (!DocumentHash.TryParse(hash, out var key) || key != DocumentHash.Of(text))
        {
            return new GraphQLError(ErrorCatalog.PersistedHashMismatch, "The persisted query's sha256Hash is not the SHA-256 of the query.", []);
        }

        var outcome = compiler.Compile(text, request.OperationName, terms);
        if (outcome.TryGetValue(out _))
        {
            automatic.Add(key, text, Registrant.Of(viewer));
        }

        return outcome;
    }

    private static GraphQLError UnknownId(string id) => new(
        ErrorCatalog.PersistedOperationNotFound,
        "The specified persisted operation key is invalid.",
        [],
        Extensions: [new KeyValuePair<string, object?>("requestedKey", id)]);
}
