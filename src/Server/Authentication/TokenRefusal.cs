namespace OwnedData.Server.Authentication;

/// <summary>
/// Why a request's credentials were refused: an answer of RFC 6750 §3. The descriptions are fixed ASCII texts, so that nothing
/// of a token, a key or an exception can get into one.
/// </summary>
/// <param name="Status">400 for a malformed request, 401 for a bad token, 503 when the keys can't be had.</param>
/// <param name="Error">`error` of the challenge; null when the request made no use of bearer tokens.</param>
/// <param name="Description">`error_description` and the body's message.</param>
internal sealed record TokenRefusal(int Status, string? Error, string Description)
{
    public static readonly TokenRefusal InQuery = InvalidRequest("Send the access token in the Authorization header, never in the URL.");
    public static readonly TokenRefusal SeveralHeaders = InvalidRequest("Send one Authorization header.");
    public static readonly TokenRefusal Malformed = InvalidRequest("The Authorization header must be the word Bearer, one space, and the access token.");
    public static readonly TokenRefusal OtherScheme = new(401, null, "This server takes bearer tokens only.");

    public static readonly TokenRefusal TooLarge = InvalidToken("The access token is larger than 16 KiB.");
    public static readonly TokenRefusal NotSigned = InvalidToken("The access token must be a signed JWT; encrypted and opaque tokens are not accepted.");
    public static readonly TokenRefusal Unreadable = InvalidToken("The access token is not a well-formed JWT.");
    public static readonly TokenRefusal Algorithm = InvalidToken("The access token is signed with an algorithm that is not accepted.");
    public static readonly TokenRefusal Type = InvalidToken("The token is of a type that is not an access token.");
    public static readonly TokenRefusal CriticalHeader = InvalidToken("The access token asks for a header extension that is not supported.");
    public static readonly TokenRefusal IdToken = InvalidToken("This is an ID token; send the access token.");
    public static readonly TokenRefusal Signature = InvalidToken("The signature of the access token is not valid.");
    public static readonly TokenRefusal Issuer = InvalidToken("The access token is from another issuer.");
    public static readonly TokenRefusal Audience = InvalidToken("The access token is for another audience.");
    public static readonly TokenRefusal Expired = InvalidToken("The access token has expired.");
    public static readonly TokenRefusal NoExpiry = InvalidToken("The access token has no expiry.");
    public static readonly TokenRefusal NotYetValid = InvalidToken("The access token is not valid yet.");
    public static readonly TokenRefusal IssuedInFuture = InvalidToken("The access token was issued in the future.");
    public static readonly TokenRefusal NoSubject = InvalidToken("The access token names no subject.");
    public static readonly TokenRefusal Invalid = InvalidToken("The access token is not valid.");

    public static readonly TokenRefusal KeysUnreachable = new(503, null, "The keys of the token issuer can't be read right now. Try again soon.");

    private static TokenRefusal InvalidRequest(string description) => new(400, "invalid_request", description);

    private static TokenRefusal InvalidToken(string description) => new(401, "invalid_token", description);
}
