using System.Text.Json;
using OwnedData.Server.Documents;

namespace OwnedData.Server.GraphQL;

/// <summary>What a client asks: the parameters of GraphQL over HTTP, checked for their types. Valid as long as its <see cref="GraphQLRequests"/>.</summary>
/// <param name="Document">The text, or what it is kept under.</param>
/// <param name="OperationName">Null when none was named.</param>
/// <param name="Variables">An object, or undefined or null when there are none.</param>
internal sealed record GraphQLRequest(RequestedDocument Document, string? OperationName, JsonElement Variables);
