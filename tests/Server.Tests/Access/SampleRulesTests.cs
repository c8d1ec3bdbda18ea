using System.Text;
using System.Text.Json;

namespace OwnedData.Server.Tests.Access;

/// <summary>What each sample user sees and may do shows one rule of the sample model: over HTTP, as docs/access.md tells it.</summary>
public sealed class SampleRulesTests(SampleFixture sample) : IClassFixture<SampleFixture>
{
    private const string Offer = "RG9jdW1lbnQ6NWVlZDAwMDAwMDAwMDAwMDAwZDAwMDAx";

    [Theory]
    [InlineData("alice", "Offer for the observatory|Price list|Plan to buy Globex|Mirror, polishing log")]
    [InlineData("bob", "Offer for the observatory|Mirror, polishing log|Salary talk")]
    [InlineData("carol", "Offer for the observatory")]
    [InlineData("dora", "Globex price list")]
    [InlineData("erin", "Offer for the observatory|Price list|Plan to buy Globex|Mirror, polishing log|Salary talk")]
    public async Task Owner_reader_editor_and_administrator_see_documents_of_their_organisation_alone(string user, string titles) =>
        Assert.Equal(
            """{"data":{"documents":{"nodes":[""" + string.Join(',', titles.Split('|').Select(title => $"{{\"title\":\"{title}\"}}")) + "]}}}",
            await AskAsync("{ documents { nodes { title } } }", user));

    [Fact]
    public async Task A_colleague_of_the_department_reads_what_is_not_secret() =>
        Assert.Equal(
            """{"data":{"documents":{"nodes":[{"title":"Price list"}]}}}""",
            await SendAsync("{ documents { nodes { title } } }", sample.Server.CreateToken("sam", claims: [("org_id", "acme"), ("https://my-api.com/department", "sales")])));

    [Fact]
    public async Task An_editor_changes_a_reader_is_refused_with_the_rules_message_and_for_others_it_is_not_there()
    {
        const string Update = $$"""mutation { updateDocument(input: { id: "{{Offer}}", ifVersion: 99 }) { errors { __typename ... on Error { message } } } }""";

        Assert.Equal(
            """{"data":{"updateDocument":{"errors":[{"__typename":"VersionConflictError","message":"The Document has another version than 99: it was changed in the meantime."}]}}}""",
            await AskAsync(Update, "bob"));
        Assert.Equal(
            """{"data":{"updateDocument":{"errors":[{"__typename":"NotAllowedError","message":"Only its owner and its editors may change this document."}]}}}""",
            await AskAsync(Update, "carol"));
        Assert.Equal(
            """{"data":{"updateDocument":{"errors":[{"__typename":"DocumentNotFoundError","message":"There is no Document with this id."}]}}}""",
            await AskAsync(Update, "dora"));
    }

    [Fact]
    public async Task Two_hold_the_same_scope_and_each_may_write_to_others()
    {
        Assert.Equal(
            """{"data":{"createMessage":{"message":{"to":{"name":"Bob Keller"}},"errors":null}}}""",
            await AskAsync(MessageTo("bob"), "alice"));
        Assert.Equal(
            """{"data":{"createMessage":{"message":null,"errors":[{"__typename":"NotAllowedError","message":"You may not write to this person."}]}}}""",
            await AskAsync(MessageTo("carol"), "alice"));
        Assert.Equal(
            """{"data":{"createMessage":{"message":{"to":{"name":"Carol Okafor"}},"errors":null}}}""",
            await AskAsync(MessageTo("carol"), "bob"));
    }

    [Fact]
    public async Task A_person_of_another_organisation_and_one_who_never_was_are_the_same() =>
        Assert.Equal(await AskAsync(MessageTo("dora"), "alice"), await AskAsync(MessageTo("nobody"), "alice"));

    [Fact]
    public async Task News_are_everyones_and_the_editors_by_grant_write_them()
    {
        const string Create = """mutation { createAnnouncement(input: { title: "New", text: "Text" }) { announcement { title } errors { __typename } } }""";

        Assert.Equal("""{"data":{"announcement":{"title":"Maintenance on Friday"}}}""", await SendAsync("{ announcement(id: \"QW5ub3VuY2VtZW50OjVlZWQwMDAwMDAwMDAwMDAwMGEwMDAwMg==\") { title } }", token: null));
        Assert.Equal("""{"data":{"createAnnouncement":{"announcement":{"title":"New"},"errors":null}}}""", await AskAsync(Create, "carol"));
        Assert.Equal("""{"data":{"createAnnouncement":{"announcement":null,"errors":[{"__typename":"NotAllowedError"}]}}}""", await AskAsync(Create, "alice"));
    }

    [Fact]
    public async Task A_field_with_a_gate_is_null_and_says_why()
    {
        const string Query = $$"""{ document(id: "{{Offer}}") { title budget } }""";

        Assert.Equal("""{"data":{"document":{"title":"Offer for the observatory","budget":48000.00}}}""", await AskAsync(Query, "alice"));
        Assert.Equal(
            """{"errors":[{"message":"The current user is not authorized to access this resource.","locations":[{"line":1,"column":72}],"path":["document","budget"],"extensions":{"code":"AUTH_NOT_AUTHORIZED"}}],"data":{"document":{"title":"Offer for the observatory","budget":null}}}""",
            await AskAsync(Query, "bob"));
    }

    [Fact]
    public async Task A_notebook_gives_its_notes_and_a_note_its_notebook() =>
        Assert.Equal(
            """{"data":{"notebooks":{"nodes":[{"name":"Baking","notes":[{"title":"Sourdough, third attempt","notebook":{"name":"Baking"}},{"title":"Recipe: rhubarb with 2 * sugar (not 3)","notebook":{"name":"Baking"}}]},{"name":"Under the sky","notes":[{"title":"Ask Bob about the telescope","notebook":{"name":"Under the sky"}},{"title":"Swifts are back","notebook":{"name":"Under the sky"}}]}]}}}""",
            await AskAsync("{ notebooks { nodes { name notes { title notebook { name } } } } }", "alice"));

    private static string MessageTo(string person) =>
        $$"""mutation { createMessage(input: { toId: "{{Convert.ToBase64String(Encoding.UTF8.GetBytes("Person:" + person))}}", subject: "Hello", text: "…" }) { message { to { name } } errors { __typename ... on Error { message } } } }""";

    private Task<string> AskAsync(string query, string user) => SendAsync(query, sample.Server.CreateToken(user));

    private async Task<string> SendAsync(string query, string? token)
    {
        using var response = await sample.Server.PostAsync(JsonSerializer.Serialize(new { query }), token);
        return await response.Content.ReadAsStringAsync();
    }
}
