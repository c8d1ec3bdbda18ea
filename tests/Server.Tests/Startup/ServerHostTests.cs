using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OwnedData.Execution.Cursors;
using OwnedData.Server.Startup;
using OwnedData.Server.Tests.GraphQL;

namespace OwnedData.Server.Tests.Startup;

/// <summary>That what is configured arrives where it counts.</summary>
public sealed class ServerHostTests
{
    private static readonly string s_id = Convert.ToBase64String(Encoding.UTF8.GetBytes("Note:650000000000000000000001"));

    /// <summary>One `find` of each is for the viewer's grants, one for what the input refers to.</summary>
    [Theory]
    [InlineData("{ notes { nodes { title } totalCount } }", "aggregate", "find", "find")]
    [InlineData("{ note(id: \"ID\") { title } }", "find", "find")]
    [InlineData("{ node(id: \"ID\") { id } }", "find", "find")]
    [InlineData("{ nodes(ids: [\"ID\"]) { id } }", "find", "find")]
    [InlineData("mutation { createNote(input: { title: \"a\" }) { note { id } } }", "find", "insert")]
    [InlineData("mutation { createNote(input: { title: \"a\", notebookId: \"Tm90ZWJvb2s6NjUwMDAwMDAwMDAwMDAwMDAwMDAwMDAx\" }) { note { id } } }", "find", "find")]
    [InlineData("mutation { updateNote(input: { id: \"ID\", notebookId: \"Tm90ZWJvb2s6NjUwMDAwMDAwMDAwMDAwMDAwMDAwMDAx\" }) { note { id } } }", "find", "find")]
    [InlineData("mutation { updateNote(input: { id: \"ID\", title: \"a\" }) { note { id } } }", "find", "findAndModify")]
    [InlineData("mutation { deleteNote(input: { id: \"ID\" }) { note { id } } }", "find", "findAndModify")]
    public async Task The_configured_timeout_goes_with_every_command(string query, params string[] commands)
    {
        var builder = ServerBuilder.Create(new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase) { ["Execution:Timeout"] = "00:00:07.5" }, "Development");
        builder.Services.AddSingleton(TimeProvider.System);
        await using var app = builder.Build();
        var settings = ServerSettings.Read(app.Configuration, isDevelopment: true);
        var api = ApiLoading.Load(path: null);
        var store = new RecordingStore();
        var endpoint = ServerHost.CreateEndpoint(app, api, ServerHost.CreateDocuments(api, settings), store, new byte[CursorSealer.KeyLength], settings);
        var http = TestRequest.Create("POST", $$"""{"query":"{{query.Replace("ID", s_id, StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}}"}""");
        http.User = await TestRequest.SignInAsync("read:notes write:notes");

        await endpoint.HandleAsync(http);

        Assert.Equal(StatusCodes.Status200OK, http.Response.StatusCode);
        Assert.Equal(commands, store.Commands.Select(command => commands.First(name => command.TryGetValue(Encoding.UTF8.GetBytes(name), out _))).Order(StringComparer.Ordinal));
        Assert.All(store.Commands, command => Assert.True(command.TryGetValue("maxTimeMS"u8, out var maxTime) && maxTime.AsInt64() == 7500, command.ToString()));
    }
}
