using System.Buffers;
using System.IO.Pipelines;
using Microsoft.Net.Http.Headers;
using OwnedData.GraphQL.Errors;

namespace OwnedData.Server.GraphQL;

/// <summary>A request's body as bytes: JSON in UTF-8 by its label, within size and time. No other label is read, whatever the body holds.</summary>
internal static class RequestBody
{
    /// <summary>The most bytes of a body that are read.</summary>
    public const int MaxSize = 1024 * 1024;

    public const string MediaType = "application/json";

    /// <summary>The bytes, which the caller disposes; or 415, 413 or 408.</summary>
    public static async ValueTask<Outcome<PooledBytes>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!IsJson(request))
        {
            request.HttpContext.Response.Headers["Accept-Post"] = MediaType;
            request.HttpContext.Response.Headers.AcceptEncoding = "identity";
            return new GraphQLError(ErrorCatalog.UnsupportedMediaType, "Send the request as application/json in UTF-8, not compressed.", []);
        }

        var body = new PooledBytes();
        Outcome<PooledBytes> outcome = default;
        try
        {
            outcome = await CopyAsync(request.BodyReader, body, cancellationToken) ? body : TooLarge();
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            outcome = TooLarge();
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status408RequestTimeout)
        {
            outcome = TooSlow();
        }
        finally
        {
            if (!outcome.TryGetValue(out _))
            {
                body.Dispose();
            }
        }

        return outcome;
    }

    public static GraphQLError TooSlow() => new(ErrorCatalog.RequestTooSlow, "The request body came in too slowly.", []);

    // False for a body over the limit. Its rest is read and thrown away, up to the host's limit: a client that is still sending when
    // the connection closes sees a broken pipe instead of the answer.
    private static async Task<bool> CopyAsync(PipeReader reader, PooledBytes body, CancellationToken cancellationToken)
    {
        var isWithinLimit = true;
        ReadResult result;
        do
        {
            result = await ReadAsync(reader, cancellationToken);
            isWithinLimit &= body.Length + result.Buffer.Length <= MaxSize;
            if (isWithinLimit)
            {
                foreach (var segment in result.Buffer)
                {
                    body.Write(segment.Span);
                }
            }

            reader.AdvanceTo(result.Buffer.End);
        }
        while (!result.IsCompleted);
        return isWithinLimit;
    }

    // The framework's words for what is no HTTP are not all of one kind: a chunk size that overflows, a NUL in a trailer.
    private static async ValueTask<ReadResult> ReadAsync(PipeReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is (IOException or InvalidOperationException) and not BadHttpRequestException)
        {
            throw new BadHttpRequestException("The request body can't be read.", exception);
        }
    }

    private static bool IsJson(HttpRequest request) =>
        request.Headers.ContentEncoding.Count == 0
        && MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase)
        && IsUtf8(HeaderUtilities.RemoveQuotes(type.Charset));

    private static bool IsUtf8(Microsoft.Extensions.Primitives.StringSegment charset) =>
        !charset.HasValue || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    private static GraphQLError TooLarge() => new(ErrorCatalog.RequestTooLarge, "The request body is larger than the server reads.", []);
}
