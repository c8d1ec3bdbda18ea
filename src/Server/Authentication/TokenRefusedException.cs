namespace OwnedData.Server.Authentication;

/// <summary>Carries a refusal through the bearer handler, whose failures are exceptions. It is handed over, never thrown.</summary>
internal sealed class TokenRefusedException(TokenRefusal refusal) : Exception(refusal.Description)
{
    public TokenRefusal Refusal { get; } = refusal;
}
