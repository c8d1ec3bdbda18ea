using OwnedData.Execution.Access;
using OwnedData.Execution.Tests.Support;

namespace OwnedData.Execution.Tests.Access;

/// <summary>`@public`: READ without a token, and nothing beside it.</summary>
public sealed class PublicTests
{
    private const string Model =
        """
        type Announcement @collection(name: "announcements") @public @allow(on: [CREATE, UPDATE], roles: ["editor"]) {
          title: String!
          draft: String @authorize(policy: "read:drafts", on: [READ])
          author: Person @reference
        }
        type Person @collection(name: "people") @owned { name: String! }
        """;

    private const string Id = "QW5ub3VuY2VtZW50OjY1MDAwMDAwMDAwMDAwMDAwMDAwMDAwMQ==";

    [Theory]
    [InlineData("{ announcements { nodes { title can { update delete } } totalCount } }", """{"announcements":{"nodes":[{"title":"Hi","can":{"update":false,"delete":false}}],"totalCount":1}}""")]
    [InlineData($"{{ announcement(id: \"{Id}\") {{ title }} }}", """{"announcement":{"title":"Hi"}}""")]
    [InlineData($"{{ node(id: \"{Id}\") {{ ... on Announcement {{ title }} }} }}", """{"node":{"title":"Hi"}}""")]
    [InlineData($"{{ nodes(ids: [\"{Id}\"]) {{ ... on Announcement {{ title }} }} }}", """{"nodes":[{"title":"Hi"}]}""")]
    public async Task Everybody_reads_it_without_a_token(string query, string data)
    {
        using var api = await CreateAsync();

        Assert.Equal($$"""{"data":{{data}}}""", await api.RunAsync(query, Viewer.Anonymous));
    }

    [Fact]
    public async Task Its_gated_fields_and_its_references_to_other_types_ask_for_a_token()
    {
        using var api = await CreateAsync();

        var response = await api.RunAsync("{ announcements { nodes { title draft author { name } } } }", Viewer.Anonymous);

        Assert.EndsWith("""{"announcements":{"nodes":[{"title":"Hi","draft":null,"author":null}]}}}""", response, StringComparison.Ordinal);
        Assert.Equal(2, response.Split("AUTH_NOT_AUTHENTICATED").Length - 1);
        Assert.EndsWith("\"projection\": {\"title\": 1}, \"limit\": 11}", Assert.Single(api.Store.Commands).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ people { totalCount } }")]
    [InlineData($"mutation {{ updateAnnouncement(input: {{ id: \"{Id}\", title: \"x\" }}) {{ errors {{ __typename }} }} }}")]
    [InlineData("mutation { createAnnouncement(input: { title: \"x\" }) { errors { __typename } } }")]
    public async Task Nothing_else_is_open_to_who_has_no_token(string query)
    {
        using var api = await CreateAsync();

        var response = await api.RunAsync(query, Viewer.Anonymous);

        Assert.Contains("AUTH_NOT_AUTHENTICATED", response, StringComparison.Ordinal);
        Assert.Empty(api.Store.Commands);
    }

    private static async Task<Api> CreateAsync()
    {
        var api = await Api.CreateAsync(Model);
        await api.InsertAsync(
            "announcements",
            """{ "_id": { "$oid": "650000000000000000000001" }, "title": "Hi", "draft": "secret", "author_id": { "$oid": "650000000000000000000010" } }""");
        return api;
    }
}
