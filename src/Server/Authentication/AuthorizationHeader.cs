using Microsoft.Net.Http.Headers;

namespace OwnedData.Server.Authentication;

/// <summary>Where the token is looked for: one Authorization header, and nowhere else (RFC 6750 §2.1; RFC 9700 §4.3.2 for the URL).</summary>
internal static class AuthorizationHeader
{
    private const string Scheme = "Bearer";

    /// <summary>The token, or null when none was sent; or why the request is refused.</summary>
    public static TokenRefusal? Read(HttpRequest request, out string? token)
    {
        token = null;
        if (request.Query.ContainsKey("access_token"))
        {
            return TokenRefusal.InQuery;
        }

        var headers = request.Headers[HeaderNames.Authorization];
        if (headers.Count == 0)
        {
            return null;
        }

        return headers.Count > 1 ? TokenRefusal.SeveralHeaders : ReadCredentials(headers[0] ?? "", out token);
    }

    private static TokenRefusal? ReadCredentials(string credentials, out string? token)
    {
        token = null;
        var space = credentials.IndexOf(' ', StringComparison.Ordinal);
        var scheme = space < 0 ? credentials : credentials[..space];
        if (scheme.Length == 0)
        {
            return TokenRefusal.Malformed;
        }

        if (!scheme.Equals(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return TokenRefusal.OtherScheme;
        }

        token = space < 0 ? "" : credentials[(space + 1)..];
        return token.Length > 0 && !token.AsSpan().ContainsAny(" ,\t") ? null : TokenRefusal.Malformed;
    }
}
