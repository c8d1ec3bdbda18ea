using System.Text.Json.Nodes;
using OwnedData.Server.Development;

namespace OwnedData.Server.Tests.Development;

public sealed class DevelopmentIssuerTests
{
    [Fact]
    public void The_key_stays_and_is_for_its_owner_only()
    {
        using var folder = new TestFolder();

        var first = DevelopmentIssuer.Open(folder.Path, TimeProvider.System);
        var second = DevelopmentIssuer.Open(folder.Path, TimeProvider.System);

        Assert.Equal(first.KeyId, second.KeyId);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder.Path, "development-issuer.pem")));
        }
    }

    [Fact]
    public void A_file_that_is_no_key_is_told()
    {
        using var folder = new TestFolder();
        var path = Path.Combine(folder.Path, "development-issuer.pem");
        File.WriteAllText(path, "no key");

        var failure = Assert.Throws<IOException>(() => DevelopmentIssuer.Open(folder.Path, TimeProvider.System));

        Assert.Equal($"{path} holds no RSA key. Remove it, and a new one is made.", failure.Message);
    }

    [Fact]
    public async Task It_publishes_what_another_service_needs_to_accept_its_tokens()
    {
        await using var server = await TestServer.StartAsync();

        var discovery = JsonNode.Parse(await server.Client.GetStringAsync(new Uri("/dev/.well-known/openid-configuration", UriKind.Relative)))!;
        var keys = JsonNode.Parse(await server.Client.GetStringAsync(new Uri((string)discovery["jwks_uri"]!)))!;

        Assert.Equal("http://localhost:5080/dev", (string)discovery["issuer"]!);
        Assert.Equal(["kty", "use", "alg", "kid", "n", "e"], keys["keys"]![0]!.AsObject().Select(member => member.Key));
        Assert.Equal(server.Issuer.KeyId, (string)keys["keys"]![0]!["kid"]!);
    }
}
