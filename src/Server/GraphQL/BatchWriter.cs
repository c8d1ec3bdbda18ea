using System.Buffers;
using System.Collections.Immutable;
using OwnedData.GraphQL.Errors;

namespace OwnedData.Server.GraphQL;

/// <summary>
/// The response of a batch: a JSON array with one GraphQL response an operation, in their order, as batching clients expect it. One
/// after another, so that mutations keep their order and a batch costs the store no more at once than a single request.
/// </summary>
internal static class BatchWriter
{
    // After so many bytes the operations that are left are refused: a batch can't hold several of the largest responses in memory.
    private const int MaxLength = 64 * 1024 * 1024;

    /// <param name="operations">What was read, or why it couldn't be.</param>
    /// <param name="response">Where the array is written.</param>
    /// <param name="answer">Writes one operation's response there.</param>
    public static async Task WriteAsync(
        ImmutableArray<Outcome<GraphQLRequest>> operations, PooledBytes response, Func<Outcome<GraphQLRequest>, ValueTask<ErrorCode?>> answer)
    {
        var separator = (byte)'[';
        foreach (var operation in operations)
        {
            response.Write([separator]);
            separator = (byte)',';
            if (response.Length < MaxLength)
            {
                await answer(operation);
            }
            else
            {
                ErrorResponse.Write([new GraphQLError(ErrorCatalog.ResponseTooLarge, "The operations before this one fill the response of the batch.", [])], response);
            }
        }

        response.Write("]"u8);
    }
}
