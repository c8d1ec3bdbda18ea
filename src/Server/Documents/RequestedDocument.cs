using System.Text.Json;
using OwnedData.GraphQL.Errors;

namespace OwnedData.Server.Documents;

/// <summary>What a request says of its document: the text, or what the text is kept under. At least one of them is there.</summary>
/// <param name="Text">The GraphQL document, UTF-8; empty when there is none.</param>
/// <param name="Id">`id` (Hot Chocolate) or `documentId` (GraphQL over HTTP); null when there is none.</param>
/// <param name="PersistedHash">`extensions.persistedQuery.sha256Hash` (Apollo), as the client wrote it; null when there is none.</param>
internal sealed record RequestedDocument(ReadOnlyMemory<byte> Text, string? Id, string? PersistedHash)
{
    /// <summary>Whether the client wants the text to be kept under the hash.</summary>
    public bool IsRegistration => Id is null && PersistedHash is not null && !Text.IsEmpty;

    /// <summary>From a request's parameters; empty texts count as missing. HC0009 for what contradicts itself, HC0015 when nothing is there.</summary>
    public static Outcome<RequestedDocument> Create(ReadOnlyMemory<byte> text, string? id, string? documentId, JsonElement extensions)
    {
        if (!string.IsNullOrEmpty(id) && !string.IsNullOrEmpty(documentId))
        {
            return new GraphQLError(ErrorCatalog.InvalidRequest, "Send `id` or `documentId`, not both.", []);
        }

        if (!TryReadHash(extensions, out var hash, out var error))
        {
            return error!;
        }

        var name = string.IsNullOrEmpty(id) ? documentId : id;
        var document = new RequestedDocument(text, string.IsNullOrEmpty(name) ? null : name, hash);
        return document is { Text.IsEmpty: true, Id: null, PersistedHash: null }
            ? new GraphQLError(ErrorCatalog.NoDocument, "The query request contains no document or no document id.", [])
            : document;
    }

    // Version 1 is all there is of the protocol.
    private static bool TryReadHash(JsonElement extensions, out string? hash, out GraphQLError? error)
    {
        hash = null;
        error = null;
        if (extensions.ValueKind != JsonValueKind.Object || !extensions.TryGetProperty("persistedQuery", out var persisted) || persisted.ValueKind == JsonValueKind.Null)
        {
            return true;
        }

        if (persisted.ValueKind == JsonValueKind.Object
            && persisted.TryGetProperty("version", out var version) && version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number) && number == 1
            && persisted.TryGetProperty("sha256Hash", out var text) && text.ValueKind == JsonValueKind.String)
        {
            hash = text.GetString();
            return true;
        }

        error = new GraphQLError(ErrorCatalog.InvalidRequest, "`extensions.persistedQuery` must be an object with `version` 1 and `sha256Hash`, a string.", []);
        return false;
    }
}
