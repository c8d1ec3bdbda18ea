using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using OwnedData.Execution;

namespace OwnedData.Server.Documents;

/// <summary>The documents that the server's owner vouches for, by id: read, checked and compiled at the start, and never evicted.</summary>
internal sealed class TrustedDocuments(IEnumerable<KeyValuePair<string, PreparedDocument>> documents)
{
    // GraphQL over HTTP writes an id that is a hash with its algorithm; files and manifests hold the hash alone.
    private const string HashPrefix = "sha256:";

    private readonly FrozenDictionary<string, PreparedDocument> _documents = documents.ToFrozenDictionary(StringComparer.Ordinal);

    public static TrustedDocuments None { get; } = new([]);

    /// <summary>The document of that id, or of the id after `sha256:`.</summary>
    public bool TryGet(string id, [NotNullWhen(true)] out PreparedDocument? document) =>
        _documents.TryGetValue(id, out document)
        || (id.StartsWith(HashPrefix, StringComparison.Ordinal) && _documents.TryGetValue(id[HashPrefix.Length..], out document));
}
