using System.Text;
using OwnedData.Server.GraphQL;

namespace OwnedData.Server.Documents;

/// <summary>What tells a client that its document is kept: `extensions.persistedQuery` of the response.</summary>
internal static class PersistedQueryReply
{
    /// <param name="extensions">Of the response.</param>
    /// <param name="document">Of the request, which has been executed; nothing is added unless it registered a text.</param>
    public static void AddTo(ExtensionsWriter extensions, RequestedDocument document)
    {
        if (document.IsRegistration)
        {
            // What was registered is 64 hexadecimal digits: nothing to escape.
            extensions.Add("persistedQuery"u8, Encoding.ASCII.GetBytes($"{{\"sha256Hash\":\"{document.PersistedHash}\",\"persisted\":true}}"));
        }
    }
}
