using System.Buffers;
using OwnedData.Execution.Access;
using OwnedData.Execution.Binding;
using OwnedData.Execution.Responses;
using OwnedData.GraphQL.Errors;
using OwnedData.GraphQL.Language;
using OwnedData.Mongo;

namespace OwnedData.Execution;

/// <summary>The last stage: sends the commands of a bound operation through the query filter and writes the response.</summary>
/// <param name="maximumResponseLength">The most bytes that `data` may have.</param>
/// <param name="reportFailure">Logs what went wrong and gives the id under which it stands in the log.</param>
public sealed class OperationExecutor(QueryFilter filter, int maximumResponseLength, Func<Exception, string> reportFailure)
{
    /// <summary>Writes the whole response, `{"data":…}`, as UTF-8 JSON; gives why it has errors alone, or null.</summary>
    public async ValueTask<ErrorCode?> ExecuteAsync(BoundOperation operation, IBufferWriter<byte> output, CancellationToken cancellationToken)
    {
        if (operation.Operation == OperationKind.Mutation || operation.Fields.Length == 1)
        {
            foreach (var field in operation.Fields)
            {
                await FetchAsync(field, operation, cancellationToken).ConfigureAwait(false);
                if (field.Failure is not null && !field.Selection.IsNullable)
                {
                    // `data` is null now (§6.4.4): what comes after would be done behind the client's back.
                    break;
                }
            }
        }
        else
        {
            await Task.WhenAll(operation.Fields.Select(field => FetchAsync(field, operation, cancellationToken).AsTask())).ConfigureAwait(false);
        }

        using var data = new ResponseBuffer(maximumResponseLength);
        try
        {
            OperationResponse.Write(operation, data, output);
            return null;
        }
        catch (ResponseTooLargeException exception)
        {
            var error = exception.ToError();
            RequestErrors.Write([error], output);
            return error.Code;
        }
    }

    private async ValueTask FetchAsync(BoundField field, BoundOperation operation, CancellationToken cancellationToken)
    {
        if (field.Failure is not null)
        {
            return;
        }

        var gate = operation.Recorder is { } recorder ? filter.TracedBy(recorder.For(field.Selection.ResponseName)) : filter;
        try
        {
            await field.FetchAsync(gate, operation.Context.Viewer, operation.Context.Now, cancellationToken).ConfigureAwait(false);
            if (operation.Related is { } related && field.Failure is null)
            {
                await related.FetchAsync(field.Fetched, gate, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (StoreException exception) when (exception.Code == StoreErrorCode.MaxTimeMSExpired)
        {
            field.Failure = new GraphQLError(ErrorCatalog.Timeout, "The request exceeded the configured timeout.", []);
        }
        catch (StoreException exception) when (exception.Code == StoreErrorCode.IngressRequestRateLimitExceeded)
        {
            field.Failure = new GraphQLError(ErrorCatalog.ServerBusy, "The server has as much to do as it can. Try again soon.", []);
        }
        catch (StoreException exception)
        {
            field.Failure = new GraphQLError(
                ErrorCatalog.UnexpectedError,
                "Unexpected Execution Error",
                [],
                Extensions: [new("errorId", reportFailure(exception))]);
        }
    }
}
