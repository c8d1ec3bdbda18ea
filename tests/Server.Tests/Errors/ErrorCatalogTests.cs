using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OwnedData.GraphQL.Errors;
using OwnedData.Server.Tests.Authentication;
using OwnedData.Server.Tests.Overload;

namespace OwnedData.Server.Tests.Errors;

/// <summary>Every code of the catalogue, provoked over HTTP: its status, and the code in the body.</summary>
public sealed class ErrorCatalogTests(ErrorServers servers) : IClassFixture<ErrorServers>
{
    private const string NoteId = "Tm90ZTo2NTAwMDAwMDAwMDAwMDAwMDAwMDAwMDE=";

    private static readonly SortedDictionary<string, Provocation> s_provocations = new(StringComparer.Ordinal)
    {
        // The HTTP request.
        ["HC0009"] = new(400, Post("7")),
        ["HC0010"] = new(413, Post(new string(' ', (1024 * 1024) + 1))),
        ["HC0012"] = new(400, Post("{")),
        ["HC0015"] = new(400, Post("{}")),
        ["HC0020"] = new(400, Post("""{"id":"unknown"}""")),
        ["HC0063"] = new(406, Post("{}", ("Accept", "text/html"))),
        ["HC0064"] = new(400, Post("{}", ("Accept", "a/b/c"))),
        ["HC0067"] = new(400, Query("{ __typename }"), "trusted only"),
        ["OD0100"] = new(415, server => SendAsync(server, "POST", "/graphql", new StringContent("{}", Encoding.UTF8, "text/plain"))),
        ["OD0101"] = new(405, Get("mutation{deleteNote(input:{id:\"x\"}){errors{__typename}}}")),
        ["OD0102"] = new(405, server => SendAsync(server, "PUT", "/graphql", null)),
        ["OD0103"] = new(400, server => GetByNewClientAsync(server, "/graphql?query={__typename}")),
        ["OD0104"] = new(400, Post("[{},{}]", ("Accept", "application/json"))),
        ["OD0105"] = new(408, SendHeadOnlyAsync, "hasty"),
        ["OD0110"] = new(400, Post("""{"query":"{ __typename }","extensions":{"persistedQuery":{"version":1,"sha256Hash":"ecf4edb46db40b5132295c0291d62fb65d6759a9eedfa4d5d612dd5ec54a6b38"}}}""")),
        ["OD0120"] = new(429, SendUntilRefusedAsync, "for one request"),
        ["OD0121"] = new(503, ConnectTwiceAsync, "for one connection"),

        // Who asks.
        ["OD0300"] = new(401, Post("{}", ("Authorization", "Bearer garbage"))),
        ["OD0301"] = new(400, Post("{}", ("Authorization", "Bearer a b"))),
        ["OD0302"] = new(503, Post("{}", ("Authorization", "Bearer " + new TestToken().Sign())), "without keys"),
        ["OD0303"] = new(403, Post("""{"query":"{ __typename }"}""", ("GraphQL-Access", "explain")), "without keys"),
        ["AUTH_NOT_AUTHENTICATED"] = new(200, server => AskAsync(server, "mutation { deleteNote(input: { id: \"\" }) { errors { __typename } } }", token: null)),
        ["AUTH_NOT_AUTHORIZED"] = new(200, server => AskAsync(server, "mutation { deleteNote(input: { id: \"\" }) { errors { __typename } } }", server.CreateToken("alice", "read:notes"))),

        // The document.
        ["HC0011"] = new(400, Query("{")),
        ["HC0018"] = new(400, Query("query ($id: ID!) { note(id: $id) { id } }")),
        ["OD0200"] = new(400, Query("{ nothing }")),
        ["OD0201"] = new(400, Query("{ __typename }".PadRight(100_001))),
        ["OD0202"] = new(400, Query($"{{ {Repeat("a ", 15_000)}}}")),
        ["OD0203"] = new(400, Query(Repeat("{a", 65) + Repeat("}", 65))),
        ["OD0204"] = new(400, Query(FragmentsUnderConditions(16)), "without a limit of fields"),
        ["OD0205"] = new(400, Query("{ notes { edges { node { place { city } } } } }")),
        ["OD0206"] = new(400, Query($"{{ notes {{ nodes {{ {Repeat("title ", 2000)}}} }} }}")),
        ["OD0207"] = new(400, Query($"{{ notes {{ nodes {{ {Numbered("a{0}: title ", 51)}}} }} }}")),
        ["OD0208"] = new(400, Query($"{{ {Numbered("a{0}: __typename ", 21)}}}")),
        ["HC0046"] = new(400, Query("{ __schema { description } }"), "without introspection"),
        ["HC0047"] = new(400, Query($"{{ {Numbered("a{0}: notes(first: 100) {{ edges {{ node {{ id }} }} }} ", 5)}}}")),
        ["HC0086"] = new(400, Query("{ __schema { types { fields { type { fields { name } } } } } }")),
        ["HC0087"] = new(400, Query("{ things { nodes { part { part { part { part { part { name } } } } } } } }"), "with other data"),

        // Its values.
        ["HC0051"] = new(200, Query("{ notes(first: 101) { totalCount } }")),
        ["HC0076"] = new(200, Query($"{{ nodes(ids: [{Repeat($"\"{NoteId}\" ", 51)}]) {{ id }} }}")),
        ["HC0078"] = new(200, Query("{ notes(after: \"x\") { totalCount } }")),
        ["HC0079"] = new(200, Query("{ notes(first: -1) { totalCount } }")),
        ["OD0403"] = new(200, Query("{ note(id: \"x\") { id } }")),
        ["OD0404"] = new(200, Query("{ notes(where: { title: { startsWith: null } }) { totalCount } }")),
        ["OD0405"] = new(200, Query("{ notes(order: { title: ASC, pinned: ASC }) { totalCount } }")),

        // What is stored.
        ["OD0400"] = new(200, Query("{ things { nodes { number } } }"), "with other data"),
        ["OD0402"] = new(200, Query("{ things { nodes { numbers } } }"), "with other data"),
    };

    // What no request brings about by itself.
    private static readonly SortedDictionary<string, string> s_exceptions = new(StringComparer.Ordinal)
    {
        ["HC0045"] = "Takes a store that is slow: GraphQLEndpointTests.",
        ["OD0401"] = "Takes a response of 64 MiB: ResponseBufferTests, with a smaller limit.",
        ["OD0410"] = "Takes a bug: UnexpectedErrorsTests.",
    };

    public static TheoryData<string> Codes() => [.. s_provocations.Keys];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task A_code_has_its_status_and_stands_in_the_body(string code)
    {
        var provocation = s_provocations[code];

        var (status, body) = await provocation.Send(await servers.GetAsync(provocation.Server));

        // One error, but for the one that says that others are left out.
        Assert.Equal((provocation.Status, code), (status, (string?)JsonNode.Parse(body)!["errors"]!.AsArray()[^1]!["extensions"]!["code"]));
    }

    [Fact]
    public void Every_code_is_provoked_or_says_why_not() =>
        Assert.Equal(ErrorCatalog.All.Select(code => code.Code), s_provocations.Keys.Concat(s_exceptions.Keys).Order(StringComparer.Ordinal));

    // The error of a field leaves the status at 200, and these are of fields alone.
    [Fact]
    public void The_status_is_the_one_of_the_catalogue_where_the_request_fails_as_a_whole()
    {
        var others = ErrorCatalog.All.Where(code => s_provocations.TryGetValue(code.Code, out var provocation) && provocation.Status != code.HttpStatus);

        Assert.Equal(
            ["AUTH_NOT_AUTHENTICATED", "AUTH_NOT_AUTHORIZED", "HC0051", "HC0076", "HC0078", "HC0079", "OD0403", "OD0404", "OD0405"],
            others.Select(code => code.Code));
    }

    private static Func<TestServer, Task<(int Status, string Body)>> Query(string query) => server => AskAsync(server, query, server.CreateToken("alice"));

    private static Func<TestServer, Task<(int Status, string Body)>> Get(string query) => server => SendAsync(server, "GET", $"/graphql?query={query}", null);

    private static Func<TestServer, Task<(int Status, string Body)>> Post(string json, params (string Name, string Value)[] headers) =>
        server => SendAsync(server, "POST", "/graphql", new StringContent(json, Encoding.UTF8, "application/json"), headers);

    private static Task<(int Status, string Body)> AskAsync(TestServer server, string query, string? token) =>
        Post(JsonSerializer.Serialize(new { query }), token is null ? [] : [("Authorization", $"Bearer {token}")])(server);

    private static async Task<(int Status, string Body)> SendAsync(TestServer server, string method, string uri, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), uri) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await server.Client.SendAsync(request);
        return await ReadAsync(response);
    }

    private static async Task<(int Status, string Body)> ReadAsync(HttpResponseMessage response) => ((int)response.StatusCode, await response.Content.ReadAsStringAsync());

    // By a client without the header that lets a GET be run.
    private static async Task<(int Status, string Body)> GetByNewClientAsync(TestServer server, string uri)
    {
        using var client = new HttpClient { BaseAddress = server.Client.BaseAddress };
        using var response = await client.GetAsync(new Uri(uri, UriKind.Relative));
        return await ReadAsync(response);
    }

    private static async Task<(int Status, string Body)> ConnectTwiceAsync(TestServer server)
    {
        // Its connection stays open.
        await Get("{__typename}")(server);
        return await GetByNewClientAsync(server, "/graphql?query={__typename}");
    }

    private static async Task<(int Status, string Body)> SendUntilRefusedAsync(TestServer server)
    {
        (int Status, string Body) response;
        var count = 0;
        do
        {
            response = await Get("{__typename}")(server);
        }
        while (response.Status == 200 && ++count < 100);
        return response;
    }

    private static async Task<(int Status, string Body)> SendHeadOnlyAsync(TestServer server)
    {
        using var socket = await RawConnection.OpenAsync(server);
        await socket.SendAsync("POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n"u8.ToArray(), SocketFlags.None);
        var response = "";
        while (!response.EndsWith('}'))
        {
            response += await RawConnection.ReceiveAsync(socket);
        }

        return (int.Parse(response.Split(' ')[1], CultureInfo.InvariantCulture), response.Split("\r\n\r\n")[1]);
    }

    private static string FragmentsUnderConditions(int levels) =>
        $"query ({Numbered("$v{0}: Boolean! = true ", levels)}) {{ notes {{ nodes {{ ...F0 }} }} }} fragment F{levels} on Note {{ title }} "
        + string.Concat(Enumerable.Range(0, levels).Select(level => $"fragment F{level} on Note {{ ...F{level + 1} @include(if: $v{level}) ...F{level + 1} @skip(if: $v{level}) }} "));

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static string Numbered(string format, int count) =>
        string.Concat(Enumerable.Range(0, count).Select(number => string.Format(CultureInfo.InvariantCulture, format, number)));

    private sealed record Provocation(int Status, Func<TestServer, Task<(int Status, string Body)>> Send, string Server = "common");
}
