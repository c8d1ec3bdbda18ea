using OwnedData.Execution;
using OwnedData.Execution.Binding;
using OwnedData.Execution.Planning;
using OwnedData.GraphQL.Errors;
using OwnedData.GraphQL.Language;
using OwnedData.Server.Authentication;
using OwnedData.Server.Documents;

namespace OwnedData.Server.GraphQL;

/// <summary>The spine of a request: who asks → what → plan → bound operation → response. One line a stage; what a stage refuses is the answer.</summary>
internal sealed class GraphQLEndpoint(
    ViewerFactory viewers,
    DocumentLookup documents,
    OperationBinder binder,
    OperationExecutor executor,
    TimeSpan timeout,
    TimeProvider timeProvider)
{
    public async Task HandleAsync(HttpContext http)
    {
        using var clock = new CancellationTokenSource(timeout, timeProvider);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(clock.Token, http.RequestAborted);
        try
        {
            await AnswerAsync(http, ending.Token);
        }
        catch (OperationCanceledException) when (clock.IsCancellationRequested && !http.RequestAborted.IsCancellationRequested)
        {
            await ErrorResponse.WriteAsync(http, new GraphQLError(ErrorCatalog.Timeout, "The request exceeded the configured timeout.", []));
        }
    }

    private async Task AnswerAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var format = ResponseFormat.Negotiate(http.Request);
        if (!format.TryGetValue(out var responseFormat))
        {
            await ErrorResponse.WriteAsync(http, format.Errors);
            return;
        }

        var viewer = viewers.Create(http.User);
        var read = await GraphQLRequestReader.ReadAsync(http.Request, cancellationToken);
        if (!read.TryGetValue(out var request))
        {
            await ErrorResponse.WriteAsync(http, read.Errors);
            return;
        }

        using (request)
        {
            var bound = documents.FindPlan(request, viewer)
                .Then(plan => CheckMethod(plan, http))
                .Then(plan => binder.Bind(plan, request.Variables, viewer));
            await SendAsync(http, bound, request.Document, responseFormat, cancellationToken);
        }
    }

    private async Task SendAsync(
        HttpContext http, Outcome<BoundOperation> bound, RequestedDocument document, ResponseFormat format, CancellationToken cancellationToken)
    {
        if (!bound.TryGetValue(out var operation))
        {
            await ErrorResponse.WriteAsync(http, bound.Errors);
            return;
        }

        using var response = new PooledBytes();
        await executor.ExecuteAsync(operation, response, cancellationToken);
        PersistedQueryReply.AppendTo(response, document);
        await ResponseSender.SendAsync(http, format, StatusCodes.Status200OK, response);
    }

    // GraphQL over HTTP: GET is for what changes nothing, so that no link or prefetch can.
    private static Outcome<OperationPlan> CheckMethod(OperationPlan plan, HttpContext http)
    {
        if (plan.Operation == OperationKind.Query || !HttpMethods.IsGet(http.Request.Method))
        {
            return plan;
        }

        http.Response.Headers.Allow = HttpMethods.Post;
        return new GraphQLError(ErrorCatalog.MutationByGet, "Send mutations by POST.", []);
    }
}
