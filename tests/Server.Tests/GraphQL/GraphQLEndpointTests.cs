using System.Text;
using Microsoft.AspNetCore.Builder;
using OwnedData.Execution;
using OwnedData.Execution.Access;
using OwnedData.Execution.Access.Grants;
using OwnedData.Execution.Binding;
using OwnedData.Execution.Cursors;
using OwnedData.Execution.Limits;
using OwnedData.Mongo;
using OwnedData.Server.Authentication;
using OwnedData.Server.Documents;
using OwnedData.Server.GraphQL;
using OwnedData.Server.Startup;

namespace OwnedData.Server.Tests.GraphQL;

public sealed class GraphQLEndpointTests
{
    [Fact]
    public async Task An_operation_that_runs_too_long_is_ended_and_says_so()
    {
        var store = new SlowStore();
        var http = TestRequest.Create("GET", "", "?query={notes{totalCount}}");
        http.User = await TestRequest.SignInAsync();

        await CreateEndpoint(store, new TimersGoOffAtOnce()).HandleAsync(http);

        Assert.Equal(
            (504, """{"errors":[{"message":"The request exceeded the configured timeout.","extensions":{"code":"HC0045"}}]}"""),
            (http.Response.StatusCode, TestRequest.ReadBody(http)));
    }

    [Fact]
    public async Task A_body_that_takes_too_long_is_ended_and_says_so()
    {
        var http = TestRequest.Create("POST", """{"query":"{ __typename }"}""");

        await CreateEndpoint(new SlowStore(), new TimersGoOffAtOnce()).HandleAsync(http);

        Assert.Equal(
            (408, """{"errors":[{"message":"The request body came in too slowly.","extensions":{"code":"OD0105"}}]}"""),
            (http.Response.StatusCode, TestRequest.ReadBody(http)));
    }

    [Fact]
    public async Task A_client_that_has_gone_gets_no_answer()
    {
        var http = TestRequest.Create("POST", """{"query":"{ __typename }"}""");
        http.RequestAborted = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CreateEndpoint(new SlowStore(), TimeProvider.System).HandleAsync(http));

        Assert.Equal("", TestRequest.ReadBody(http));
    }

    [Fact]
    public async Task The_command_of_a_client_that_goes_away_is_cancelled()
    {
        var store = new SlowStore();
        await using var app = WebApplication.CreateSlimBuilder().Build();
        app.Urls.Add("http://127.0.0.1:0");
        var ended = new TaskCompletionSource<Exception?>();
        app.Map("/graphql", async http =>
        {
            http.User = await TestRequest.SignInAsync();
            ended.SetResult(await Record.ExceptionAsync(() => CreateEndpoint(store, TimeProvider.System).HandleAsync(http)));
        });
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        using var leaving = new CancellationTokenSource();
        using var content = new StringContent("""{"query":"{ notes { totalCount } }"}""", Encoding.UTF8, "application/json");

        var answer = client.PostAsync(new Uri("/graphql", UriKind.Relative), content, leaving.Token);
        await store.Asked.WaitAsync(TimeSpan.FromSeconds(30));
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        await store.Cancelled.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.IsAssignableFrom<OperationCanceledException>(await ended.Task.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task Grants_that_take_too_long_end_the_request()
    {
        var http = TestRequest.Create("GET", "", "?query={__typename}");
        http.User = await TestRequest.SignInAsync();

        await CreateEndpoint(new SlowStore(), new TimersGoOffAtOnce(), hasGrants: true).HandleAsync(http);

        Assert.Equal(
            (504, """{"errors":[{"message":"The request exceeded the configured timeout.","extensions":{"code":"HC0045"}}]}"""),
            (http.Response.StatusCode, TestRequest.ReadBody(http)));
    }

    [Fact]
    public async Task Grants_that_can_not_be_read_fail_the_request_and_are_never_none()
    {
        var http = TestRequest.Create("GET", "", "?query={__typename}");
        http.User = await TestRequest.SignInAsync();

        await Assert.ThrowsAsync<StoreException>(() => CreateEndpoint(new BrokenStore(), TimeProvider.System, hasGrants: true).HandleAsync(http));

        Assert.Equal("", TestRequest.ReadBody(http));
    }

    private static GraphQLEndpoint CreateEndpoint(IMongoStore store, TimeProvider timeProvider, bool hasGrants = false)
    {
        var api = ApiLoading.Load(path: null);
        return new GraphQLEndpoint(
            new GraphQLRequestReader(maximumBatch: 0),
            new ViewerFactory(new AuthenticationSettings(null, [], [], "roles")),
            hasGrants ? new GrantReader(store, new GrantSource("grants", TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30)), timeProvider, (_, _) => { }) : null,
            new DocumentLookup(new OperationCompiler(api, OperationLimits.Default), TrustedDocuments.None, new AutomaticDocuments(AutomaticDocuments.LeastCapacity), isTrustedOnly: false),
            new OperationBinder(api, new CursorSealer(new byte[CursorSealer.KeyLength]), TimeProvider.System, OperationLimits.Default),
            new OperationExecutor(new QueryFilter(store, api.Model), 1024, exception => throw exception),
            SchemaVisibility.On,
            new AccessExplanations(api.Model, isOpen: false, policy: null),
            TimeSpan.FromSeconds(30),
            timeProvider);
    }

    private sealed class TimersGoOffAtOnce : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            callback(state);
            return System.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
