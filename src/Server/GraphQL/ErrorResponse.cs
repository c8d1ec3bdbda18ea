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
        await ResponseSender.SendAsync(http, format, format.StatusOf(Write(errors, response)), response);
    }

    /// <summary>Writes the body; gives the first error's code, which decides the status.</summary>
    public static ErrorCode Write(ImmutableArray<GraphQLError> errors, PooledBytes response)
    {
        RequestErrors.Write(errors, response);
        return errors[0].Code;
    }
}
