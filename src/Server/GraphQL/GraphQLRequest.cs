using System.Text.Json;
using OwnedData.Server.Documents;

namespace OwnedData.Server.GraphQL;

/// <summary>What a client asks: the parameters of GraphQL over HTTP, checked for their types. Its parts are valid until it is disposed.</summary>
internal sealed class GraphQLRequest(RequestedDocument document, string? operationName, JsonElement variables, params ReadOnlySpan<IDisposable?> owned)
    : IDisposable
{
    private readonly IDisposable?[] _owned = owned.ToArray();

    public RequestedDocument Document { get; } = document;

    /// <summary>Null when none was named.</summary>
    public string? OperationName { get; } = operationName;

    /// <summary>An object, or undefined when there are none.</summary>
    public JsonElement Variables { get; } = variables;

    public void Dispose()
    {
        foreach (var part in _owned)
        {
            part?.Dispose();
        }
    }
}
