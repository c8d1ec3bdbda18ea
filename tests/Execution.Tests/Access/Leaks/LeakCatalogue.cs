using System.Text.Json;
using System.Text.RegularExpressions;
using OwnedData.Execution.Access;
using static OwnedData.Execution.Tests.Access.Leaks.LeakModel;

namespace OwnedData.Execution.Tests.Access.Leaks;

/// <summary>
/// The ways in which servers like this one were found to leak, one test for each, over every path that this one has. Whole responses
/// are asserted: what is not the viewer's is answered with the very bytes for what does not exist.
/// </summary>
public sealed partial class LeakCatalogue
{
    // Of names that are published.
    private static readonly Regex s_suggestion = new(""" Did you mean [^?]*\?""");

    private const string NotAuthorized = "The current user is not authorized to access this resource.";

    [Fact]
    public async Task Line_1_Every_path_goes_through_the_gate_and_not_only_the_first()
    {
        using var worlds = await LeakWorlds.CreateAsync();
        var (foreign, own) = (DocumentId(7), DocumentId(1));

        Assert.Equal(
            """{"data":{"documents":{"totalCount":5,"nodes":[{"number":1},{"number":2},{"number":3},{"number":4},{"number":5}],"edges":[{"node":{"number":1}},{"node":{"number":2}},{"node":{"number":3}},{"node":{"number":4}},{"node":{"number":5}}],"pageInfo":{"hasNextPage":false,"hasPreviousPage":false}}}}""",
            await worlds.AnswerAsync("{ documents { totalCount nodes { number } edges { node { number } } pageInfo { hasNextPage hasPreviousPage } } }"));
        Assert.Equal(
            """{"data":{"foreign":null,"missing":null,"own":{"number":1}}}""",
            await worlds.AnswerAsync($"{{ foreign: document(id: \"{foreign}\") {{ number }} missing: document(id: \"{DocumentId(Missing)}\") {{ number }} own: document(id: \"{own}\") {{ number }} }}"));
        Assert.Equal(
            """{"data":{"foreign":null,"own":{"__typename":"Document"}}}""",
            await worlds.AnswerAsync($"{{ foreign: node(id: \"{foreign}\") {{ __typename }} own: node(id: \"{own}\") {{ __typename }} }}"));
        Assert.Equal(
            """{"data":{"nodes":[null,{"number":1},null,null,{"name":"Folder 1"},null]}}""",
            await worlds.AnswerAsync(
                $"{{ nodes(ids: [\"{foreign}\", \"{own}\", \"{DocumentId(9)}\", \"{DocumentId(Missing)}\", \"{FolderId(1)}\", \"{FolderId(2)}\"]) {{ ... on Document {{ number }} ... on Folder {{ name }} }} }}"));
        Assert.Equal(
            """{"data":{"documents":{"nodes":[{"number":1,"folder":{"name":"Folder 1","documents":[{"number":1},{"number":3},{"number":4}]}},{"number":2,"folder":null},{"number":3,"folder":{"name":"Folder 1","documents":[{"number":1},{"number":3},{"number":4}]}},{"number":4,"folder":{"name":"Folder 1","documents":[{"number":1},{"number":3},{"number":4}]}},{"number":5,"folder":null}]}}}""",
            await worlds.AnswerAsync("{ documents { nodes { number folder { name documents { number } } } } }"));
        Assert.Equal(
            """{"data":{"folders":{"totalCount":1,"nodes":[{"documents":[{"number":1,"folder":{"name":"Folder 1"}}]}]},"messages":{"totalCount":0,"nodes":[]}}}""",
            await worlds.AnswerAsync("{ folders { totalCount nodes { documents(first: 1) { number folder { name } } } } messages { totalCount nodes { text } } }"));
        Assert.Equal(
            """{"data":{"updateDocument":{"document":{"title":"New","folder":{"name":"Folder 1","documents":[{"number":1},{"number":3},{"number":4}]}},"errors":null}}}""",
            await worlds.AnswerAsync($"mutation {{ updateDocument(input: {{ id: \"{DocumentId(4)}\", title: \"New\" }}) {{ document {{ title folder {{ name documents {{ number }} }} }} errors {{ __typename }} }} }}"));
    }

    [Fact]
    public async Task Line_2_A_hidden_field_is_reached_by_no_filter_order_cursor_or_input()
    {
        using var worlds = await LeakWorlds.CreateAsync();
        worlds.Shared.Store.Clear();

        foreach (var hidden in (string[])["classification", "owner_id", "ownerId", "folder_id"])
        {
            foreach (var request in (string[])["{ documents { nodes { NAME } } }", "{ documents(where: { NAME: { eq: \"x\" } }) { totalCount } }", "{ documents(order: [{ NAME: ASC }]) { totalCount } }"])
            {
                var answer = await worlds.AnswerAsync(request.Replace("NAME", hidden, StringComparison.Ordinal));
                var unknown = await worlds.AnswerAsync(request.Replace("NAME", "nothing", StringComparison.Ordinal));
                Assert.Equal(unknown, s_suggestion.Replace(answer, "").Replace(hidden, "nothing", StringComparison.Ordinal));
            }
        }

        foreach (var request in (string[])
            ["{ documents(where: { salary: { gt: 50 } }) { totalCount } }", "{ documents(where: { or: [{ number: { eq: 1 } }, { and: [{ salary: { neq: null } }] }] }) { totalCount } }", "{ documents(order: [{ salary: ASC }]) { edges { cursor } } }", "{ folders(where: { name: { eq: \"x\" } }) { totalCount } documents(order: [{ number: ASC }, { salary: DESC }]) { totalCount } }"])
        {
            var answer = await worlds.AnswerAsync(request);
            Assert.Contains($"{{\"message\":\"{NotAuthorized}\"", answer, StringComparison.Ordinal);
            Assert.Contains("\"code\":\"AUTH_NOT_AUTHORIZED\"", answer, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(worlds.Shared.Store.Commands, command => command.ToString().Contains("salary", StringComparison.Ordinal));
        Assert.Equal(
            $$$$"""{"errors":[{"message":"{{{{NotAuthorized}}}}","locations":[{"line":1,"column":{{{{29 + DocumentId(1).Length}}}}}],"path":["document","salary"],"extensions":{"code":"AUTH_NOT_AUTHORIZED"}}],"data":{"document":{"number":1,"salary":null}}}""",
            await worlds.AnswerAsync($"{{ document(id: \"{DocumentId(1)}\") {{ number salary }} }}"));
        Assert.DoesNotContain(worlds.Shared.Store.Commands, command => command.ToString().Contains("salary", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Line_3_Cursors_are_sealed_and_bound_to_their_viewer_and_order()
    {
        using var worlds = await LeakWorlds.CreateAsync();
        const string Query = "query ($after: String) { documents(first: 2, after: $after, order: [{ title: ASC }]) { nodes { number } edges { cursor } pageInfo { endCursor hasNextPage } } }";
        var first = await worlds.AnswerAsync(Query);
        using var json = JsonDocument.Parse(first);
        var cursor = json.RootElement.GetProperty("data").GetProperty("documents").GetProperty("pageInfo").GetProperty("endCursor").GetString()!;
        var variables = $$"""{"after":"{{cursor}}"}""";

        Assert.Contains("\"nodes\":[{\"number\":3},{\"number\":4}]", await worlds.AnswerAsync(Query, variables), StringComparison.Ordinal);
        Assert.DoesNotContain("Title", System.Text.Encoding.Latin1.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(cursor)), StringComparison.Ordinal);
        Viewer[] others = [Bob, ViewerOf("alice", "{}", issuer: "https://other.example/"), Viewer.Anonymous];
        foreach (var viewer in others.Take(2))
        {
            Assert.Contains("The cursor specified in `after` has an invalid format.", await worlds.Shared.RunAsync(Query, viewer, variables), StringComparison.Ordinal);
        }

        Assert.Contains(
            "The cursor specified in `after` has an invalid format.",
            await worlds.AnswerAsync(Query.Replace("title: ASC", "title: DESC", StringComparison.Ordinal), variables),
            StringComparison.Ordinal);
        Assert.Contains("\"AUTH_NOT_AUTHENTICATED\"", await worlds.AnswerAsync(Query, variables, others[2]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Line_7_The_injected_filter_stands_first_and_no_client_reaches_into_it()
    {
        using var worlds = await LeakWorlds.CreateAsync();
        worlds.Shared.Store.Clear();

        Assert.Equal(
            """{"data":{"documents":{"nodes":[{"number":1},{"number":2},{"number":3},{"number":4},{"number":5}]}}}""",
            await worlds.AnswerAsync("{ documents(where: { or: [{ number: { gte: 0 } }, { title: { neq: \"$where\" } }] }) { nodes { number } } }"));

        Assert.StartsWith(
            """{"find": "documents", "filter": {"$and": [{"orgId": "acme"}, {"$or": [{"owner_id": "alice"}, {"readers": {"$elemMatch": {"$eq": "alice"}}}, {"editors": {"$elemMatch": {"$eq": "alice"}}}, {"$and": [{"department": "sales"}, {"classification": {"$ne": "secret"}}]}]}, """,
            Assert.Single(worlds.Shared.Store.Commands).ToString(),
            StringComparison.Ordinal);
        worlds.Shared.Store.Clear();
        foreach (var where in (string[])
            ["""{"$where":"true"}""", """{"$expr":{"$eq":[1,1]}}""", """{"title":{"eq":{"$ne":null}}}""", """{"title":{"$ne":"x"}}""", """{"number":{"in":[{"$gt":0}]}}""", """{"or":[{"$or":[{}]}]}""", """{"owner_id":"bob"}"""])
        {
            Assert.StartsWith(
                """{"errors":[{"message":""",
                await worlds.AnswerAsync("query ($where: DocumentFilterInput) { documents(where: $where) { totalCount } }", $$"""{"where":{{where}}}"""),
                StringComparison.Ordinal);
        }

        Assert.Empty(worlds.Shared.Store.Commands);
    }
}
