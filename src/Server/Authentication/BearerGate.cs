using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;
using OwnedData.Server.Observability;
using OwnedData.Server.Overload;

namespace OwnedData.Server.Authentication;

/// <summary>
/// Before every endpoint: a good token becomes the request's user, no token stays anonymous, and a bad one ends the request here.
/// A refused token is never anonymous.
/// </summary>
internal sealed class BearerGate(RequestDelegate next, RefusedTokenLimit limit, ILogger<BearerGate> logger)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var result = await http.AuthenticateAsync(JwtBearerDefaults.AuthenticationScheme);
        if (result.Failure is { } failure)
        {
            using var lease = limit.Count(http);
            if (!lease.IsAcquired)
            {
                await OverloadResponse.WriteTooManyRequestsAsync(http, lease);
                return;
            }

            var refusal = Explain(failure);
            Log.TokenRefused(logger, refusal.Status, refusal.Description);
            await RefusalWriter.WriteAsync(http, refusal);
            return;
        }

        if (result.Principal is { } principal)
        {
            http.User = principal;
        }

        await next(http);
    }

    private static TokenRefusal Explain(Exception failure) => failure switch
    {
        TokenRefusedException refused => refused.Refusal,
        SecurityTokenExpiredException => TokenRefusal.Expired,
        SecurityTokenNotYetValidException => TokenRefusal.NotYetValid,
        SecurityTokenNoExpirationException => TokenRefusal.NoExpiry,
        SecurityTokenInvalidIssuerException => TokenRefusal.Issuer,
        SecurityTokenInvalidAudienceException => TokenRefusal.Audience,
        SecurityTokenInvalidSignatureException => TokenRefusal.Signature,
        SecurityTokenMalformedException => TokenRefusal.Unreadable,
        _ => TokenRefusal.Invalid,
    };
}
