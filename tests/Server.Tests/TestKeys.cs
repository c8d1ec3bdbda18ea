using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace OwnedData.Server.Tests;

/// <summary>Keys made once for all tests: making one takes longer than a test.</summary>
internal static class TestKeys
{
    /// <summary>The development issuer's, in every test server.</summary>
    public static RSA Development { get; } = RSA.Create(2048);

    /// <summary>A key that no server trusts.</summary>
    public static RSA Foreign { get; } = RSA.Create(2048);

    public static JsonObject ForeignJwk()
    {
        var parameters = Foreign.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["kty"] = "RSA",
            ["n"] = Base64Url.EncodeToString(parameters.Modulus),
            ["e"] = Base64Url.EncodeToString(parameters.Exponent),
        };
    }

    public static void WriteDevelopmentKey(string folder) =>
        File.WriteAllText(Path.Combine(folder, "development-issuer.pem"), Development.ExportPkcs8PrivateKeyPem());
}
