using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using OwnedData.Execution.Access;
using OwnedData.Execution.Tests.Paging;
using OwnedData.Execution.Tests.Support;

namespace OwnedData.Execution.Tests.Cursors;

public sealed class CursorTests
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    [Fact]
    public async Task A_cursor_that_was_changed_anywhere_is_refused()
    {
        using var api = await CreateAsync();
        var cursor = await CursorAsync(api, "rows", "[{ name: ASC }]", Api.Alice);

        for (var index = 0; index < cursor.Length; index++)
        {
            var other = Alphabet[(Alphabet.IndexOf(cursor[index], StringComparison.Ordinal) + 1) % Alphabet.Length];
            await AssertRefusedAsync(api, string.Concat(cursor.AsSpan(0, index), other.ToString(), cursor.AsSpan(index + 1)));
            await AssertRefusedAsync(api, cursor[..index]);
        }

        await AssertRefusedAsync(api, cursor + "A");
        await AssertRefusedAsync(api, cursor + "=");
        await AssertRefusedAsync(api, cursor + " ");
        await AssertRefusedAsync(api, new string('A', 2_000_000));
        await AssertRefusedAsync(api, "\u0000\"\\💡");
    }

    [Fact]
    public async Task A_cursor_is_good_for_its_own_order_type_and_viewer_only()
    {
        using var api = await CreateAsync();
        var otherIssuer = new Viewer { Subject = "alice", Issuer = "https://other.example/" };

        await AssertRefusedAsync(api, await CursorAsync(api, "rows", "[{ name: DESC }]", Api.Alice));
        await AssertRefusedAsync(api, await CursorAsync(api, "rows", "[]", Api.Alice));
        await AssertRefusedAsync(api, await CursorAsync(api, "rows", "[{ rank: ASC }]", Api.Alice));
        await AssertRefusedAsync(api, await CursorAsync(api, "rows", "[{ name: ASC }, { rank: ASC }]", Api.Alice));
        await AssertRefusedAsync(api, await CursorAsync(api, "others", "[{ name: ASC }]", Api.Alice));
        await AssertRefusedAsync(api, await CursorAsync(api, "rows", "[{ name: ASC }]", Api.Bob));
        await AssertRefusedAsync(api, await CursorAsync(api, "rows", "[{ name: ASC }]", otherIssuer));

        var good = await api.RunAsync(Query("rows", "[{ name: ASC }]"), Api.Alice, Variables(await CursorAsync(api, "rows", "[{ name: ASC }, { name: DESC }]", Api.Alice)));
        Assert.StartsWith("""{"data":""", good, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cursor_that_the_server_gave_is_good_however_long_its_values_are()
    {
        using var api = await Api.CreateAsync();
        var body = new string('ä', 20_000);
        foreach (var title in (string[])["first", "second"])
        {
            await api.RunAsync($"mutation {{ createNote(input: {{ title: \"{title}\", body: \"{body}\" }}) {{ note {{ id }} }} }}", Api.Alice);
        }

        const string query = "query ($cursor: String) { notes(first: 1, after: $cursor, order: [{ body: ASC }, { title: ASC }]) { nodes { title } pageInfo { endCursor } } }";
        var first = await api.RunAsync(query, Api.Alice, Variables(null));
        using var json = JsonDocument.Parse(first);
        var cursor = json.RootElement.GetProperty("data").GetProperty("notes").GetProperty("pageInfo").GetProperty("endCursor").GetString();
        var second = await api.RunAsync(query, Api.Alice, Variables(cursor));

        Assert.StartsWith("""{"data":{"notes":{"nodes":[{"title":"first"}]""", first, StringComparison.Ordinal);
        Assert.StartsWith("""{"data":{"notes":{"nodes":[{"title":"second"}]""", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cursor_does_not_show_what_it_holds()
    {
        using var api = await CreateAsync();

        var cursor = Base64Url.DecodeFromChars(await CursorAsync(api, "rows", "[{ name: ASC }]", Api.Alice));

        Assert.Equal(-1, cursor.AsSpan().IndexOf("name"u8));
        for (var index = 0; index <= "visible".Length - 3; index++)
        {
            Assert.Equal(-1, cursor.AsSpan().IndexOf(Encoding.UTF8.GetBytes("visible"[index..(index + 3)])));
        }
    }

    private static async Task AssertRefusedAsync(Api api, string cursor)
    {
        api.Store.Clear();

        var after = await api.RunAsync(Query("rows", "[{ name: ASC }]"), Api.Alice, Variables(cursor));
        var before = await api.RunAsync(Query("rows", "[{ name: ASC }]").Replace("after: $cursor", "before: $cursor", StringComparison.Ordinal), Api.Alice, Variables(cursor));

        Assert.Equal(Refusal("after", cursor), Normalize(after));
        Assert.Equal(Refusal("before", cursor), Normalize(before));
        Assert.Empty(api.Store.Commands);
    }

    private static string Refusal(string argument, string cursor) => Normalize(
        $$$"""{"errors":[{"message":"The cursor specified in `{{{argument}}}` has an invalid format.","locations":[{"line":1,"column":27}],"path":["rows"],"extensions":{"code":"HC0078","argument":"{{{argument}}}","cursor":{{{JsonSerializer.Serialize(cursor.Length <= 200 ? cursor : cursor[..200])}}}}}],"data":{"rows":null}}""");

    // The same JSON, whatever is escaped in it.
    private static string Normalize(string json)
    {
        using var document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(document.RootElement);
    }

    private static async Task<string> CursorAsync(Api api, string field, string order, Viewer viewer)
    {
        var response = await api.RunAsync(Query(field, order), viewer, Variables(null));
        using var json = JsonDocument.Parse(response);
        return json.RootElement.GetProperty("data").GetProperty(field).GetProperty("pageInfo").GetProperty("endCursor").GetString()!;
    }

    private static string Query(string field, string order) => $"query ($cursor: String) {{ {field}(after: $cursor, order: {order}) {{ pageInfo {{ endCursor }} }} }}";

    private static string Variables(string? cursor) => $$"""{"cursor":{{JsonSerializer.Serialize(cursor)}}}""";

    private static async Task<Api> CreateAsync()
    {
        var api = await Api.CreateAsync(PagingModel.Model);
        foreach (var (owner, number) in ((string, int)[])[("alice", 1), ("bob", 2)])
        {
            var document = $$"""{ "_id": { "$oid": "{{number:x24}}" }, "owner_id": "{{owner}}", "key": {{number}}, "rank": 1, "n": "visible" }""";
            await api.InsertAsync("rows", document);
            await api.InsertAsync("others", document);
        }

        return api;
    }
}
