using System.Buffers.Text;
using System.Collections.Frozen;
using System.Text.Json;

namespace OwnedData.Server.Authentication;

/// <summary>
/// The first look at a token, before any key is fetched and before the library reads it: size, three parts, and a header that
/// names an accepted algorithm and type (RFC 8725 §3.1, §3.11; RFC 9068 §4). Nothing here trusts `jku`, `x5u` or `jwk`.
/// </summary>
internal static class TokenHeader
{
    public const int MaxTokenLength = 16 * 1024;

    /// <summary>Asymmetric only: a symmetric algorithm could be fed a public key as its secret.</summary>
    public static readonly string[] Algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    private static readonly FrozenSet<string> s_algorithms = Algorithms.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> s_types = new[] { "at+jwt", "application/at+jwt", "JWT" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Null when the library may read the token. <paramref name="keyId"/> is the header's `kid`, or null.</summary>
    public static TokenRefusal? Check(string token, out string? keyId)
    {
        keyId = null;
        if (token.Length > MaxTokenLength)
        {
            return TokenRefusal.TooLarge;
        }

        if (token.AsSpan().Count('.') != 2)
        {
            return TokenRefusal.NotSigned;
        }

        var encoded = token.AsSpan(0, token.IndexOf('.', StringComparison.Ordinal));
        if (!Base64Url.IsValid(encoded))
        {
            return TokenRefusal.Unreadable;
        }

        using var header = TokenJson.TryParse(Base64Url.DecodeFromChars(encoded));
        return header is null ? TokenRefusal.Unreadable : Check(header.RootElement, out keyId);
    }

    private static TokenRefusal? Check(JsonElement header, out string? keyId)
    {
        keyId = TokenJson.GetString(header, "kid");
        if (TokenJson.GetString(header, "alg") is not { } algorithm || !s_algorithms.Contains(algorithm))
        {
            return TokenRefusal.Algorithm;
        }

        if (header.TryGetProperty("crit", out _))
        {
            return TokenRefusal.CriticalHeader;
        }

        return TokenJson.GetString(header, "typ") is { } type && s_types.Contains(type) ? null : TokenRefusal.Type;
    }
}
