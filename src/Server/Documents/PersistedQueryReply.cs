using System.Buffers;
using System.Text.Json;
using OwnedData.Server.GraphQL;

namespace OwnedData.Server.Documents;

/// <summary>What tells a client that its document is kept: `extensions.persistedQuery` at the end of the response.</summary>
internal static class PersistedQueryReply
{
    /// <param name="response">A whole response, a JSON object without `extensions`.</param>
    /// <param name="document">Of the request, which has been executed; nothing is written unless it registered a text.</param>
    public static void AppendTo(PooledBytes response, RequestedDocument document)
    {
        if (!document.IsRegistration)
        {
            return;
        }

        response.Truncate(response.Length - 1);
        response.Write(",\"extensions\":"u8);
        using (var writer = new Utf8JsonWriter(response))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("persistedQuery"u8);
            writer.WriteString("sha256Hash"u8, document.PersistedHash);
            writer.WriteBoolean("persisted"u8, value: true);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        response.Write("}"u8);
    }
}
