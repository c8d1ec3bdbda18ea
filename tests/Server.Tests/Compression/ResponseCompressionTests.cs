using System.IO.Compression;
using System.Text;

namespace OwnedData.Server.Tests.Compression;

public sealed class ResponseCompressionTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private const string Large = """{"query":"{ __schema { types { name description } } }"}""";
    private const string Small = """{"query":"{ __typename }"}""";

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("gzip;q=1, br;q=0.5", "gzip")]
    [InlineData("*", "br")]
    [InlineData("deflate", null)]
    [InlineData("identity", null)]
    [InlineData("br;q=0", null)]
    [InlineData(null, null)]
    public async Task A_large_answer_is_compressed_as_the_client_allows(string? accepted, string? encoding)
    {
        using var plain = await SendAsync(Large, null);
        using var response = await SendAsync(Large, accepted);

        var body = await response.Content.ReadAsByteArrayAsync();
        Assert.Equal(encoding, response.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal("Accept, Accept-Encoding, Authorization, Origin", string.Join(", ", response.Headers.Vary));
        Assert.Equal(await plain.Content.ReadAsStringAsync(), Encoding.UTF8.GetString(Decompress(body, encoding)));
    }

    [Fact]
    public async Task A_small_answer_stays_as_it_is()
    {
        using var response = await SendAsync(Small, "br, gzip");

        Assert.Equal(("", 31), (string.Join(',', response.Content.Headers.ContentEncoding), response.Content.Headers.ContentLength));
    }

    private static byte[] Decompress(byte[] body, string? encoding)
    {
        using var input = new MemoryStream(body);
        using Stream stream = encoding switch
        {
            "br" => new BrotliStream(input, CompressionMode.Decompress),
            "gzip" => new GZipStream(input, CompressionMode.Decompress),
            _ => input,
        };
        using var output = new MemoryStream();
        stream.CopyTo(output);
        return output.ToArray();
    }

    private Task<HttpResponseMessage> SendAsync(string body, string? acceptedEncodings)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (acceptedEncodings is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Encoding", acceptedEncodings);
        }

        return fixture.Server.Client.SendAsync(request);
    }
}
