using OwnedData.GraphQL.Errors;
using OwnedData.Server.GraphQL;

namespace OwnedData.Server.Observability;

/// <summary>
/// Around everything: a bug answers 500 with nothing but an id, under which the log has the rest; what is no HTTP answers a plain 4xx. A client that has gone away is no error.
/// </summary>
internal sealed class UnexpectedErrors(RequestDelegate next, ILogger<UnexpectedErrors> logger)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (Exception exception) when ((exception is OperationCanceledException or IOException) && http.RequestAborted.IsCancellationRequested)
        {
            http.Abort();
        }
        catch (BadHttpRequestException exception) when (!http.Response.HasStarted)
        {
            await RefuseAsync(http, exception);
        }
        catch (Exception exception) when (!http.Response.HasStarted)
        {
            http.Response.Clear();
            await ErrorResponse.WriteAsync(http, ToError(Report(logger, exception)));
        }
    }

    /// <summary>Logs a fault and gives the id under which it stands in the log: all that a client learns of it.</summary>
    public static string Report(ILogger logger, Exception exception)
    {
        var errorId = Guid.NewGuid().ToString("N");
        Log.UnexpectedError(logger, exception, errorId);
        return errorId;
    }

    // No request as HTTP knows it: what its sender is told are the framework's fixed texts.
    private static Task RefuseAsync(HttpContext http, BadHttpRequestException exception)
    {
        http.Response.Clear();
        http.Response.StatusCode = exception.StatusCode;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(exception.Message, http.RequestAborted);
    }

    private static GraphQLError ToError(string errorId) =>
        new(ErrorCatalog.UnexpectedError, "Unexpected Execution Error", [], Extensions: [new KeyValuePair<string, object?>("errorId", errorId)]);
}
