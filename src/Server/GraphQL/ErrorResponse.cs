using System.Collections.Immutable;
using OwnedData.Execution.Responses;
using OwnedData.GraphQL.Errors;

namespace OwnedData.Server.GraphQL;

/// <summary>The answer to a request that failed as a whole: errors without data, and the status of the first one.</summary>
internal static class ErrorResponse
{
    public static Task WriteAsync(HttpContext http, GraphQLError error) => WriteAsync(http, [error]);

    public static async Task WriteAsync(HttpContext http, ImmutableArray<GraphQLError> errors)
    {
        var format = ResponseFormat.Negotiate(http.Request).TryGetValue(out var negotiated) ? negotiated : ResponseFormat.GraphQLResponse;
        using var response = new PooledBytes();
        RequestErrors.Write(errors, response);
        await ResponseSender.SendAsync(http, format, format.StatusOf(errors[0].Code), response);
    }
}
