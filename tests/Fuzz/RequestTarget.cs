using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OwnedData.Server.Tests;

namespace OwnedData.Fuzz;

/// <summary>The body of a POST through the whole server, for a signed-in caller with data: JSON, variables, filters, orders, cursors, ids, inputs.</summary>
internal sealed class RequestTarget : IFuzzTarget
{
    private const string Page = """{"query":"{ notes(first: 3) { edges { cursor node { id } } } contacts(first: 3, order: [{ name: DESC }]) { edges { cursor node { id } } } }"}""";

    private readonly TestServer _server;
    private readonly string _token;
    private readonly IReadOnlyList<byte[]> _documents = OwnedData.Fuzz.Corpus.Read("documents");
    private readonly List<byte[]> _words = [];

    private RequestTarget(TestServer server)
    {
        _server = server;
        _token = server.Issuer.CreateToken("alice", "read:notes write:notes read:contacts write:contacts", Array.Empty<string>().ToLookup(claim => claim), TimeSpan.FromDays(1));
    }

    public string Name => "request";

    public IReadOnlyList<byte[]> Corpus { get; } = OwnedData.Fuzz.Corpus.Read("requests");

    public static async Task<RequestTarget> CreateAsync(TestServer server)
    {
        var target = new RequestTarget(server);
        await target.FindWordsAsync();
        return target;
    }

    public byte[] Create(Random random)
    {
        var body = Mutator.Mutate(random, Corpus, _words);
        return random.Next(3) == 0 ? ReplaceDocument(random, body) : body;
    }

    public async Task<string?> RunAsync(byte[] input, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new ByteArrayContent(input) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token);
        using var response = await _server.Client.SendAsync(request, cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return ResponseJudge.Judge((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, body);
    }

    // A mutated document in a request that is JSON, so that it gets as far as the document does.
    private byte[] ReplaceDocument(Random random, byte[] body)
    {
        try
        {
            var request = JsonNode.Parse(body)!.AsObject();
            var own = Encoding.UTF8.GetBytes(request["query"]!.GetValue<string>());
            request["query"] = Encoding.UTF8.GetString(Mutator.Mutate(random, random.Next(2) == 0 ? [own] : _documents, _words));
            return Encoding.UTF8.GetBytes(request.ToJsonString());
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException or NullReferenceException)
        {
            return body; // Mutated beyond a request with a text: as good an input.
        }
    }

    // Ids and cursors that the server gave out: to be mutated as well.
    private async Task FindWordsAsync()
    {
        using var response = await _server.PostAsync(Page, _token);
        var data = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["data"]!;
        foreach (var edge in data["notes"]!["edges"]!.AsArray().Concat(data["contacts"]!["edges"]!.AsArray()))
        {
            _words.Add(Encoding.UTF8.GetBytes(edge!["cursor"]!.GetValue<string>()));
            _words.Add(Encoding.UTF8.GetBytes(edge["node"]!["id"]!.GetValue<string>()));
        }
    }
}
