using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using OwnedData.Server.Development;

namespace OwnedData.Server.Tests.Authentication;

/// <summary>A token written by hand, so that every part of it can be wrong. As it stands it is good.</summary>
internal sealed class TestToken
{
    public TestToken()
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        Payload = new JsonObject
        {
            ["iss"] = DevelopmentIssuer.Issuer,
            ["aud"] = DevelopmentIssuer.Audience,
            ["sub"] = "alice",
            ["iat"] = now,
            ["nbf"] = now,
            ["exp"] = now + 300,
        };
    }

    public JsonObject Header { get; } = new() { ["alg"] = "RS256", ["typ"] = "at+jwt" };

    public JsonObject Payload { get; }

    public RSA Key { get; init; } = TestKeys.Development;

    /// <summary>Seconds from now, as a claim has them.</summary>
    public static long Seconds(int fromNow) => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + fromNow;

    /// <summary>A good token with something changed.</summary>
    public static string With(Action<TestToken> change)
    {
        var token = new TestToken();
        change(token);
        return token.Sign();
    }

    /// <summary>Lets it begin ten minutes ago and expire so many seconds from now.</summary>
    public void MakeOld(int expiry)
    {
        Payload["iat"] = Seconds(-600);
        Payload["nbf"] = Seconds(-600);
        Payload["exp"] = Seconds(expiry);
    }

    public string Sign()
    {
        var content = Content();
        return $"{content}.{Base64Url.EncodeToString(Key.SignData(Encoding.ASCII.GetBytes(content), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    /// <summary>Signed with the public key as the secret of a symmetric algorithm.</summary>
    public string SignWithPublicKey()
    {
        Header["alg"] = "HS256";
        var content = Content();
        var secret = Encoding.ASCII.GetBytes(Key.ExportSubjectPublicKeyInfoPem());
        return $"{content}.{Base64Url.EncodeToString(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(content)))}";
    }

    public string Unsigned()
    {
        Header["alg"] = "none";
        return Content() + ".";
    }

    private string Content() => $"{Encode(Header.ToJsonString())}.{Encode(Payload.ToJsonString())}";

    private static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
