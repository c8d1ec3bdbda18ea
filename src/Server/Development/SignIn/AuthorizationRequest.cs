namespace OwnedData.Server.Development.SignIn;

/// <summary>A client's request to have somebody signed in, checked.</summary>
/// <param name="RedirectUri">Where the code goes.</param>
/// <param name="Scopes">What of the scopes asked for is given.</param>
/// <param name="Nonce">Comes back in the ID token; null without one.</param>
/// <param name="CodeChallenge">What the code's redeemer must prove.</param>
internal sealed record AuthorizationRequest(string RedirectUri, string Scopes, string? Nonce, string CodeChallenge);
