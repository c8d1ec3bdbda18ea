namespace OwnedData.Server.Development.SignIn;

/// <summary>
/// Reads what a client asks at the authorization endpoint (RFC 6749 §4.1.1, OpenID Connect Core §3.1.2.1). Who asks and where the answer
/// goes come first: until they are known to be right, nobody is redirected.
/// </summary>
internal static class AuthorizationRequestReader
{
    private const int MaxLength = 2000;

    private static readonly string[] s_known =
        ["client_id", "redirect_uri", "response_type", "response_mode", "scope", "state", "nonce", "code_challenge", "code_challenge_method", "prompt", "audience", "request", "request_uri"];

    // All that the sample users' client may ask, and the protocol's own.
    private static readonly HashSet<string> s_scopes = [.. SampleUser.Scopes.Split(' '), "openid", "profile", "offline_access"];

    /// <summary>What must not be told to the redirect URI: an unknown client, or an address that isn't its own. Null when the rest may be.</summary>
    public static ProtocolError? CheckClient(IQueryCollection query, RegisteredClient client)
    {
        if (query["client_id"] != RegisteredClient.Id)
        {
            return new ProtocolError("unauthorized_client", $"The client_id must be `{RegisteredClient.Id}`, once.");
        }

        return query["redirect_uri"] is [{ } uri] && client.MayReturnTo(uri)
            ? null
            : ProtocolError.InvalidRequest("The redirect_uri must be given once and be registered: an http address of this machine, as Development:RedirectUris says.");
    }

    /// <summary>The request, or what the client is told at its redirect URI.</summary>
    public static (AuthorizationRequest? Request, ProtocolError? Error) Read(IQueryCollection query)
    {
        if (Array.Find(s_known, name => query[name].Count > 1 || query[name].ToString().Length > MaxLength) is { } wrong)
        {
            return (null, ProtocolError.InvalidRequest($"{wrong} comes twice or is too long."));
        }

        return Check(query) is { } error ? (null, error) : (ToRequest(query), null);
    }

    private static ProtocolError? Check(IQueryCollection query)
    {
        if (query.ContainsKey("request"))
        {
            return new ProtocolError("request_not_supported", "Parameters are read from the address alone.");
        }

        if (query.ContainsKey("request_uri"))
        {
            return new ProtocolError("request_uri_not_supported", "Parameters are read from the address alone.");
        }

        if (query["response_type"] != "code")
        {
            return query.ContainsKey("response_type")
                ? new ProtocolError("unsupported_response_type", "The response_type must be `code`.")
                : ProtocolError.InvalidRequest("The response_type is missing.");
        }

        if (query.ContainsKey("response_mode") && query["response_mode"] != "query")
        {
            return ProtocolError.InvalidRequest("The response_mode must be `query`.");
        }

        if (query["code_challenge_method"] != Pkce.Method || !Pkce.IsChallenge(query["code_challenge"].ToString()))
        {
            return ProtocolError.InvalidRequest("PKCE is needed: a code_challenge by the code_challenge_method S256.");
        }

        if (query.ContainsKey("audience") && query["audience"] != DevelopmentIssuer.Audience)
        {
            return new ProtocolError("invalid_target", $"The audience must be `{DevelopmentIssuer.Audience}`.");
        }

        // Everybody is asked each time, so nobody is signed in already.
        return query["prompt"] == "none" ? new ProtocolError("login_required", "A person has to choose.") : null;
    }

    private static AuthorizationRequest ToRequest(IQueryCollection query) => new(
        query["redirect_uri"].ToString(),
        string.Join(' ', query["scope"].ToString().Split(' ').Where(s_scopes.Contains).Distinct()),
        query.ContainsKey("nonce") ? query["nonce"].ToString() : null,
        query["code_challenge"].ToString());
}
