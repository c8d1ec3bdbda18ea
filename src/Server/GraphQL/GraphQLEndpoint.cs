using System.Buffers;
using OwnedData.Execution;
using OwnedData.Execution.Access;
using OwnedData.Execution.Access.Grants;
using OwnedData.Execution.Binding;
using OwnedData.Execution.Limits;
using OwnedData.Execution.Planning;
using OwnedData.GraphQL.Errors;
using OwnedData.GraphQL.Language;
using OwnedData.Mongo;
using OwnedData.Server.Authentication;
using OwnedData.Server.Documents;

namespace OwnedData.Server.GraphQL;

/// <summary>The spine of a request: format → what → who asks → plan → bound operation → response. One line a stage; what a stage refuses is the answer.</summary>
internal sealed class GraphQLEndpoint(
    GraphQLRequestReader reader,
    ViewerFactory viewers,
    GrantReader? grants,
    DocumentLookup documents,
    OperationBinder binder,
    OperationExecutor executor,
    SchemaVisibility visibility,
    AccessExplanations explanations,
    TimeSpan timeout,
    TimeProvider timeProvider)
{
    public async Task HandleAsync(HttpContext http)
    {
        var checkedFormat = ResponseFormat.Negotiate(http.Request).Then(format => CrossSiteRequests.Check(http.Request, format));
        if (!checkedFormat.TryGetValue(out var format))
        {
            await ErrorResponse.WriteAsync(http, checkedFormat.Errors);
            return;
        }

        var read = (await ReadAsync(http)).Then(requests => ResponseFormat.CheckBatch(http.Request, requests));
        if (!read.TryGetValue(out var requests))
        {
            await ErrorResponse.WriteAsync(http, read.Errors);
            return;
        }

        using (requests)
        {
            var found = (await FindViewerAsync(http)).Then(viewer => explanations.Check(http.Request, viewer));
            if (!found.TryGetValue(out var viewer))
            {
                await ErrorResponse.WriteAsync(http, found.Errors);
                return;
            }

            using var response = new PooledBytes();
            if (requests.IsBatch)
            {
                await BatchWriter.WriteAsync(requests.Operations, response, operation => AnswerAsync(operation, http, viewer, response));
                await ResponseSender.SendAsync(http, ResponseFormat.Json, StatusCodes.Status200OK, response);
                return;
            }

            var failure = await AnswerAsync(requests.Operations[0], http, viewer, response);
            await ResponseSender.SendAsync(http, format, failure is null ? StatusCodes.Status200OK : format.StatusOf(failure), response);
        }
    }

    private async ValueTask<Outcome<GraphQLRequests>> ReadAsync(HttpContext http)
    {
        using var clock = new RequestClock(timeout, timeProvider, http.RequestAborted);
        try
        {
            return await reader.ReadAsync(http.Request, clock.Token);
        }
        catch (OperationCanceledException) when (clock.HasRunOut)
        {
            return RequestBody.TooSlow();
        }
    }

    // Who asks, with their grants as they are now. A store that fails here ends the request: UnexpectedErrors answers.
    private async ValueTask<Outcome<Viewer>> FindViewerAsync(HttpContext http)
    {
        var viewer = viewers.Create(http.User);
        if (grants is null)
        {
            return viewer;
        }

        using var clock = new RequestClock(timeout, timeProvider, http.RequestAborted);
        try
        {
            return await grants.CompleteAsync(viewer, clock.Token);
        }
        catch (OperationCanceledException) when (clock.HasRunOut)
        {
            return OutOfTime();
        }
        catch (StoreException exception) when (exception.Code == StoreErrorCode.MaxTimeMSExpired)
        {
            return OutOfTime();
        }
    }

    // Writes one operation's whole response; gives why it has no data, or null. Of a batch, each operation has the time of one.
    private async ValueTask<ErrorCode?> AnswerAsync(Outcome<GraphQLRequest> read, HttpContext http, Viewer viewer, PooledBytes response)
    {
        using var clock = new RequestClock(timeout, timeProvider, http.RequestAborted);
        var report = CostHeader.Read(http.Request);
        var terms = new CallerTerms(visibility.IncludesViewer(viewer), IsCostEnforced: report != CostReport.Validate);
        var bound = read.Then(request => documents.FindPlan(request, viewer, terms)
            .Then(plan => CheckMethod(plan, http))
            .Then(plan => binder.Bind(plan, request.Variables, viewer, terms)));
        if (!read.TryGetValue(out var request) || !bound.TryGetValue(out var operation))
        {
            return ErrorResponse.Write(bound.Errors, response);
        }

        operation.Recorder = explanations.CreateRecorder(http.Request);
        try
        {
            var failure = await ExecuteAsync(operation, report, response, clock.Token);
            var extensions = new ExtensionsWriter(response);
            CostReply.AddTo(extensions, report, operation.Cost);
            AccessReply.AddTo(extensions, operation.Recorder);
            PersistedQueryReply.AddTo(extensions, request.Document);
            return failure;
        }
        catch (OperationCanceledException) when (clock.HasRunOut)
        {
            return ErrorResponse.Write([OutOfTime()], response);
        }
    }

    private async ValueTask<ErrorCode?> ExecuteAsync(BoundOperation operation, CostReport report, PooledBytes response, CancellationToken cancellationToken)
    {
        if (report != CostReport.Validate)
        {
            return await executor.ExecuteAsync(operation, response, cancellationToken);
        }

        response.Write("{}"u8);
        return null;
    }

    private static GraphQLError OutOfTime() => new(ErrorCatalog.Timeout, "The request exceeded the configured timeout.", []);

    // GraphQL over HTTP: GET is for what changes nothing, so that no link or prefetch can.
    private static Outcome<OperationPlan> CheckMethod(OperationPlan plan, HttpContext http)
    {
        if (plan.Operation == OperationKind.Query || HttpMethods.IsPost(http.Request.Method))
        {
            return plan;
        }

        http.Response.Headers.Allow = HttpMethods.Post;
        return new GraphQLError(ErrorCatalog.MutationByGet, "Send mutations by POST.", []);
    }
}
