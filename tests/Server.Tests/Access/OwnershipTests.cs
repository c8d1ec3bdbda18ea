using System.Text.Json;
using System.Text.Json.Nodes;
using OwnedData.Tests;

namespace OwnedData.Server.Tests.Access;

/// <summary>The product in one class, over HTTP and the sample data: what is another's is not there, on every path and word for word.</summary>
public sealed class OwnershipTests(SampleFixture fixture) : IClassFixture<SampleFixture>
{
    private const string AlicesNote = "Tm90ZTo1ZWVkMDAwMDAwMDAwMDAwMGEwMDAwMDE=";
    private const string BobsNote = "Tm90ZTo1ZWVkMDAwMDAwMDAwMDAwMGIwMDAwMDE=";
    private const string NobodysNote = "Tm90ZTo1ZWVkMDAwMDAwMDAwMDAwMGZmZmZmZmY=";

    [Theory]
    [InlineData("alice")]
    [InlineData("bob")]
    public async Task A_list_and_its_count_are_the_viewers(string viewer) => Snapshot.Match(
        await AskAsync("{ notes { nodes { id title tags pinned status place { city country } createdAt } totalCount } contacts { nodes { number name emails birthday balance calls } totalCount } viewer { subject scopes } }", viewer),
        viewer);

    [Fact]
    public async Task Ten_thousand_notes_of_one_are_counted_for_her_alone()
    {
        Assert.Equal("""{"data":{"notes":{"totalCount":10000}}}""", await AskAsync("{ notes { totalCount } }", "carol"));
        Assert.Equal("""{"data":{"notes":{"totalCount":7}}}""", await AskAsync("{ notes { totalCount } }", "alice"));
        Assert.Equal("""{"data":{"notes":{"nodes":[],"totalCount":0}}}""", await AskAsync("{ notes { nodes { id } totalCount } }", "dora"));
    }

    [Theory]
    [InlineData("{ note(id: \"ID\") { title } }")]
    [InlineData("{ node(id: \"ID\") { id } }")]
    [InlineData("{ nodes(ids: [\"ID\"]) { id } }")]
    [InlineData("{ notes(where: { id: { eq: \"ID\" } }) { nodes { title } totalCount } }")]
    [InlineData("mutation { updateNote(input: { id: \"ID\", title: \"x\" }) { note { title } errors { __typename ... on Error { message } } } }")]
    [InlineData("mutation { deleteNote(input: { id: \"ID\" }) { note { title } errors { __typename ... on Error { message } } } }")]
    public async Task A_foreign_note_is_answered_like_one_that_never_was(string query)
    {
        var foreign = await AskAsync(query.Replace("ID", BobsNote, StringComparison.Ordinal), "alice");
        var missing = await AskAsync(query.Replace("ID", NobodysNote, StringComparison.Ordinal), "alice");
        var own = query.StartsWith('{') ? await AskAsync(query.Replace("ID", AlicesNote, StringComparison.Ordinal), "alice") : null;

        Assert.Equal(missing.Replace(NobodysNote, "ID", StringComparison.Ordinal), foreign.Replace(BobsNote, "ID", StringComparison.Ordinal));
        Assert.NotEqual(missing, own);
        Assert.Equal("""{"data":{"note":{"title":"Mirror cleaning day"}}}""", await AskAsync($"{{ note(id: \"{BobsNote}\") {{ title }} }}", "bob"));
    }

    [Fact]
    public async Task Without_a_token_or_the_scope_the_field_is_null_and_says_which()
    {
        const string Query = "{ notes { nodes { title } } }";

        Assert.Equal(Refused("AUTH_NOT_AUTHENTICATED"), await AskAsync(Query, viewer: null));
        Assert.Equal(Refused("AUTH_NOT_AUTHORIZED"), await AskAsync(Query, "alice", scope: "read:contacts"));
    }

    [Fact]
    public async Task A_new_note_belongs_to_its_maker_alone()
    {
        const string Count = "{ notes { totalCount } }";
        const string Create = "mutation { createNote(input: { title: \"Mine\" }) { note { id title pinned status } errors { __typename } } }";

        var created = JsonNode.Parse(await AskAsync(Create, "erin"))!["data"]!["createNote"]!["note"]!;
        var byFrank = await AskAsync($"{{ note(id: \"{created["id"]}\") {{ title }} }}", "frank");
        var deleted = await AskAsync($"mutation {{ deleteNote(input: {{ id: \"{created["id"]}\" }}) {{ note {{ title }} errors {{ __typename }} }} }}", "erin");

        Assert.Equal(("Mine", false, "DRAFT"), ((string)created["title"]!, (bool)created["pinned"]!, (string)created["status"]!));
        Assert.Equal("""{"data":{"note":null}}""", byFrank);
        Assert.Equal("""{"data":{"deleteNote":{"note":{"title":"Mine"},"errors":null}}}""", deleted);
        Assert.Equal("""{"data":{"notes":{"totalCount":0}}}""", await AskAsync(Count, "erin"));
    }

    [Fact]
    public async Task A_cursor_of_another_viewer_is_refused()
    {
        var page = JsonNode.Parse(await AskAsync("{ notes(first: 1) { pageInfo { endCursor } } }", "alice"))!;
        var cursor = (string)page["data"]!["notes"]!["pageInfo"]!["endCursor"]!;

        var answer = JsonNode.Parse(await AskAsync($"{{ notes(first: 1, after: \"{cursor}\") {{ nodes {{ id }} }} }}", "bob"))!;

        Assert.Equal(("HC0078", true), ((string)answer["errors"]![0]!["extensions"]!["code"]!, answer["data"]!["notes"] is null));
    }

    private static string Refused(string code) =>
        $$$"""{"errors":[{"message":"The current user is not authorized to access this resource.","locations":[{"line":1,"column":3}],"path":["notes"],"extensions":{"code":"{{{code}}}"}}],"data":{"notes":null}}""";

    private async Task<string> AskAsync(string query, string? viewer, string? scope = Server.Development.SampleUser.Scopes)
    {
        var token = viewer is null ? null : fixture.Server.CreateToken(viewer, scope);
        using var response = await fixture.Server.PostAsync(JsonSerializer.Serialize(new { query }), token);
        return await response.Content.ReadAsStringAsync();
    }
}
