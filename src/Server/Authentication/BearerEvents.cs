using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;

namespace OwnedData.Server.Authentication;

/// <summary>What the bearer handler asks on a token's way: where it is, whether its header may be read on, and whether its claims are an access token's.</summary>
internal sealed class BearerEvents(TimeProvider timeProvider) : JwtBearerEvents
{
    public override async Task MessageReceived(MessageReceivedContext context)
    {
        if (AuthorizationHeader.Read(context.Request, out var token) is { } refusal)
        {
            context.Fail(new TokenRefusedException(refusal));
        }
        else if (token is null)
        {
            context.NoResult();
        }
        else if (TokenHeader.Check(token, out var keyId) is { } badHeader)
        {
            context.Fail(new TokenRefusedException(badHeader));
        }
        else if (context.Options.ConfigurationManager is KeyServer keys && await keys.FindAsync(keyId, context.HttpContext.RequestAborted) is null)
        {
            context.Fail(new TokenRefusedException(TokenRefusal.KeysUnreachable));
        }
        else
        {
            context.Token = token;
        }
    }

    public override Task TokenValidated(TokenValidatedContext context)
    {
        var token = (JsonWebToken)context.SecurityToken;
        if (AccessTokenRules.Check(token.EncodedPayload, timeProvider.GetUtcNow()) is { } refusal)
        {
            context.Fail(new TokenRefusedException(refusal));
        }

        return Task.CompletedTask;
    }
}
