namespace OwnedData.Server.Development.SignIn;

/// <summary>A refusal in the protocol's own words: RFC 6749 §4.1.2.1 and §5.2, OpenID Connect Core §3.1.2.6.</summary>
/// <param name="Code">The protocol's name of it, such as `invalid_grant`.</param>
/// <param name="Description">For the developer of the client.</param>
internal sealed record ProtocolError(string Code, string Description)
{
    public static ProtocolError InvalidRequest(string description) => new("invalid_request", description);

    public static ProtocolError InvalidGrant(string description) => new("invalid_grant", description);
}
