using System.Text;
using Microsoft.AspNetCore.Http;
using OwnedData.Execution;
using OwnedData.Execution.Access;
using OwnedData.Execution.Binding;
using OwnedData.Execution.Cursors;
using OwnedData.GraphQL.Language;
using OwnedData.Server.Authentication;
using OwnedData.Server.Documents;
using OwnedData.Server.GraphQL;
using OwnedData.Server.Startup;

namespace OwnedData.Server.Tests.GraphQL;

public sealed class GraphQLEndpointTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task A_request_that_runs_too_long_is_ended_and_says_so()
    {
        using var store = StoreOpening.Open(_folder.Path);
        var http = CreateRequest("""{"query":"{ __typename }"}""");

        await CreateEndpoint(store, new TimersGoOffAtOnce()).HandleAsync(http);

        Assert.Equal(
            (504, """{"errors":[{"message":"The request exceeded the configured timeout.","extensions":{"code":"HC0045"}}]}"""),
            (http.Response.StatusCode, ReadBody(http)));
    }

    [Fact]
    public async Task A_client_that_has_gone_gets_no_answer()
    {
        using var store = StoreOpening.Open(_folder.Path);
        var http = CreateRequest("""{"query":"{ __typename }"}""");
        http.RequestAborted = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CreateEndpoint(store, TimeProvider.System).HandleAsync(http));

        Assert.Equal("", ReadBody(http));
    }

    public void Dispose() => _folder.Dispose();

    private static GraphQLEndpoint CreateEndpoint(Mongo.Embedded.EmbeddedMongoStore store, TimeProvider timeProvider)
    {
        var api = ApiLoading.Load(path: null);
        return new GraphQLEndpoint(
            new ViewerFactory(new AuthenticationSettings(null, [], [], "roles")),
            new DocumentLookup(new OperationCompiler(api, ParserLimits.Default), TrustedDocuments.None, new AutomaticDocuments(AutomaticDocuments.LeastCapacity), isTrustedOnly: false),
            new OperationBinder(api, new CursorSealer(new byte[CursorSealer.KeyLength]), TimeProvider.System),
            new OperationExecutor(new QueryFilter(store, api.Model), 1024, exception => throw exception),
            TimeSpan.FromSeconds(30),
            timeProvider);
    }

    private static DefaultHttpContext CreateRequest(string json)
    {
        var http = new DefaultHttpContext { Response = { Body = new MemoryStream() } };
        http.Request.Method = HttpMethods.Post;
        http.Request.ContentType = "application/json";
        http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return http;
    }

    private static string ReadBody(DefaultHttpContext http) => Encoding.UTF8.GetString(((MemoryStream)http.Response.Body).ToArray());

    private sealed class TimersGoOffAtOnce : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            callback(state);
            return System.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
