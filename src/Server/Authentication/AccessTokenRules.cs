using System.Buffers.Text;
using System.Text.Json;

namespace OwnedData.Server.Authentication;

/// <summary>
/// The last look at a token whose signature, issuer, audience and times the library has found good: it must name a subject, must not
/// be an ID token, and must not come from the future. What the library leaves open is closed here.
/// </summary>
internal static class AccessTokenRules
{
    public static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(5);

    // Claims that OpenID Connect Core §2 and §3.3.2.11 put into ID tokens only.
    private static readonly string[] s_idTokenClaims = ["nonce", "at_hash", "c_hash"];

    /// <summary>Null when the claims are those of an access token.</summary>
    /// <param name="encodedPayload">The middle part of the token.</param>
    /// <param name="now">The time to judge `iat` by.</param>
    public static TokenRefusal? Check(string encodedPayload, DateTimeOffset now)
    {
        using var payload = Base64Url.IsValid(encodedPayload) ? TokenJson.TryParse(Base64Url.DecodeFromChars(encodedPayload)) : null;
        return payload is null ? TokenRefusal.Unreadable : Check(payload.RootElement, now);
    }

    private static TokenRefusal? Check(JsonElement claims, DateTimeOffset now)
    {
        if (Array.Exists(s_idTokenClaims, name => claims.TryGetProperty(name, out _)))
        {
            return TokenRefusal.IdToken;
        }

        if (string.IsNullOrWhiteSpace(TokenJson.GetString(claims, "sub")))
        {
            return TokenRefusal.NoSubject;
        }

        if (!claims.TryGetProperty("iat", out var issuedAt))
        {
            return null;
        }

        if (issuedAt.ValueKind != JsonValueKind.Number)
        {
            return TokenRefusal.Unreadable;
        }

        return issuedAt.GetDouble() > (now + ClockSkew).ToUnixTimeSeconds() ? TokenRefusal.IssuedInFuture : null;
    }
}
