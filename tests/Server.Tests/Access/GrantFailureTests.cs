using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using OwnedData.Bson;
using OwnedData.Execution;
using OwnedData.Execution.Access;
using OwnedData.Execution.Access.Grants;
using OwnedData.Execution.Binding;
using OwnedData.Execution.Cursors;
using OwnedData.Execution.Limits;
using OwnedData.Mongo;
using OwnedData.Mongo.Commands;
using OwnedData.Server.Authentication;
using OwnedData.Server.Documents;
using OwnedData.Server.GraphQL;
using OwnedData.Server.Observability;
using OwnedData.Server.Startup;
using OwnedData.Server.Tests.GraphQL;

namespace OwnedData.Server.Tests.Access;

/// <summary>Who is granted what can't be found out: then nothing is answered, because "no grants" could open more than it closes, and less than was promised.</summary>
public sealed class GrantFailureTests
{
    [Theory]
    [InlineData("{ notes { totalCount } }")]
    [InlineData("{ __typename }")]
    [InlineData("mutation { createNote(input: { title: \"x\" }) { note { id } } }")]
    public async Task A_failed_read_of_grants_ends_the_request_with_an_id_and_nothing_else(string query)
    {
        var store = new FailingGrants();
        await using var app = await StartAsync(store);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        using var content = new StringContent(new JsonObject { ["query"] = query }.ToJsonString(), Encoding.UTF8, "application/json");

        using var response = await client.PostAsync("/graphql", content);

        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        var errorId = (string)answer["errors"]![0]!["extensions"]!["errorId"]!;
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Matches("^[0-9a-f]{32}$", errorId);
        Assert.Equal(
            $$$"""{"errors":[{"message":"Unexpected Execution Error","extensions":{"code":"OD0410","errorId":"{{{errorId}}}"}}]}""", answer.ToJsonString());
        Assert.Equal(["grants"], store.Asked);
    }

    private static async Task<WebApplication> StartAsync(FailingGrants store)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var endpoint = CreateEndpoint(store);
        var alice = await TestRequest.SignInAsync("read:notes write:notes");
        app.UseMiddleware<UnexpectedErrors>();
        app.Run(http =>
        {
            http.User = alice;
            return endpoint.HandleAsync(http);
        });
        await app.StartAsync();
        return app;
    }

    private static GraphQLEndpoint CreateEndpoint(FailingGrants store)
    {
        var api = ApiLoading.Load(path: null);
        return new GraphQLEndpoint(
            new GraphQLRequestReader(maximumBatch: 0),
            new ViewerFactory(new AuthenticationSettings(null, [], [], "roles")),
            new GrantReader(store, new GrantSource("grants", TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30)), TimeProvider.System, (_, _) => { }),
            new DocumentLookup(new OperationCompiler(api, OperationLimits.Default), TrustedDocuments.None, new AutomaticDocuments(AutomaticDocuments.LeastCapacity), isTrustedOnly: false),
            new OperationBinder(api, new CursorSealer(new byte[CursorSealer.KeyLength]), TimeProvider.System, OperationLimits.Default),
            new OperationExecutor(new QueryFilter(store, api.Model), 1024, exception => throw exception),
            SchemaVisibility.On,
            new AccessExplanations(api.Model, isOpen: false, policy: null),
            TimeSpan.FromSeconds(30),
            TimeProvider.System);
    }

    /// <summary>Fails on the grants, and would answer anything else with nothing.</summary>
    private sealed class FailingGrants : IMongoStore
    {
        public List<string> Asked { get; } = [];

        public IAsyncEnumerable<DocumentBatch> QueryAsync(QueryCommand command, CancellationToken cancellationToken)
        {
            Asked.Add(command.Collection);
            return command.Collection == "grants" ? throw new StoreException(StoreErrorCode.InternalError, "a secret of the store") : AsyncEnumerable.Empty<DocumentBatch>();
        }

        public ValueTask<BsonDocument> ExecuteAsync(ReplyCommand command, CancellationToken cancellationToken)
        {
            Asked.Add(command.Collection);
            return ValueTask.FromResult(BsonDocument.Empty);
        }
    }
}
