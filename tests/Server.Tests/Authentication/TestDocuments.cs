using System.Buffers.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Protocols;

namespace OwnedData.Server.Tests.Authentication;

/// <summary>An issuer's two documents, without a network: it counts the fetches and can fail.</summary>
internal sealed class TestDocuments : IDocumentRetriever
{
    public string Issuer { get; set; } = "https://issuer.example.com/";

    public List<string> KeyIds { get; } = ["first"];

    public bool IsDown { get; set; }

    /// <summary>How often the discovery document was asked for.</summary>
    public int Fetches { get; private set; }

    public Task<string> GetDocumentAsync(string address, CancellationToken cancel)
    {
        var isDiscovery = address.EndsWith("openid-configuration", StringComparison.Ordinal);
        Fetches += isDiscovery ? 1 : 0;
        if (IsDown)
        {
            throw new IOException("connection refused");
        }

        return Task.FromResult((isDiscovery ? Discovery() : KeySet()).ToJsonString());
    }

    private JsonObject Discovery() => new() { ["issuer"] = Issuer, ["jwks_uri"] = "https://issuer.example.com/keys" };

    private JsonObject KeySet() => new() { ["keys"] = new JsonArray([.. KeyIds.Select(ToKey)]) };

    private static JsonObject ToKey(string keyId)
    {
        var parameters = TestKeys.Development.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = keyId,
            ["n"] = Base64Url.EncodeToString(parameters.Modulus),
            ["e"] = Base64Url.EncodeToString(parameters.Exponent),
        };
    }
}
