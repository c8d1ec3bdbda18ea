namespace OwnedData.Server.Development.SignIn;

/// <summary>One person signed in at one client, from the code on; what of it changes is <see cref="SignInSessions"/>' alone.</summary>
internal sealed class SignInSession(SampleUser user, AuthorizationRequest request, string code, DateTimeOffset signedInAt)
{
    /// <summary>The `sid` of its ID tokens. No secret.</summary>
    public string Id { get; } = Guid.NewGuid().ToString();

    public SampleUser User { get; } = user;

    public AuthorizationRequest Request { get; } = request;

    public string Code { get; } = code;

    public DateTimeOffset SignedInAt { get; } = signedInAt;

    public bool IsCodeRedeemed { get; set; }

    /// <summary>The one that is good now; null without one.</summary>
    public string? RefreshToken { get; set; }

    public bool HasScope(string scope) => Request.Scopes.Split(' ').Contains(scope);
}
