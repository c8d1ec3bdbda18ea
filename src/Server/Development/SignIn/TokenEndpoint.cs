using System.Text.Json.Nodes;
using OwnedData.Server.Pages;

namespace OwnedData.Server.Development.SignIn;

/// <summary>`/dev/token`: a code or a refresh token for tokens, RFC 6749 §4.1.3 and §6. The client is public: PKCE and rotation stand in for a secret.</summary>
internal sealed class TokenEndpoint(DevelopmentIssuer issuer, SignInSessions sessions)
{
    private static readonly string[] s_parameters = ["grant_type", "client_id", "code", "redirect_uri", "code_verifier", "refresh_token"];

    public async Task HandleAsync(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        var (session, error) = Grant(await SmallForm.ReadAsync(http));
        if (session is null)
        {
            http.Response.StatusCode = error!.Code == "invalid_client" ? StatusCodes.Status401Unauthorized : StatusCodes.Status400BadRequest;
            await SendAsync(http, new JsonObject { ["error"] = error.Code, ["error_description"] = error.Description });
            return;
        }

        await SendAsync(http, CreateTokens(session));
    }

    private (SignInSession? Session, ProtocolError? Error) Grant(IFormCollection? form)
    {
        if (form is null || Array.Exists(s_parameters, name => form[name].Count > 1))
        {
            return (null, ProtocolError.InvalidRequest("Send a form, application/x-www-form-urlencoded, with each parameter once."));
        }

        if (form["client_id"] != RegisteredClient.Id)
        {
            return (null, new ProtocolError("invalid_client", $"The client_id must be `{RegisteredClient.Id}`."));
        }

        return form["grant_type"].ToString() switch
        {
            "authorization_code" when Has(form, "code", "redirect_uri", "code_verifier") =>
                sessions.RedeemCode(form["code"].ToString(), form["redirect_uri"].ToString(), form["code_verifier"].ToString()),
            "authorization_code" => (null, ProtocolError.InvalidRequest("It needs code, redirect_uri and code_verifier.")),
            "refresh_token" when Has(form, "refresh_token") => sessions.Refresh(form["refresh_token"].ToString()),
            "refresh_token" => (null, ProtocolError.InvalidRequest("It needs refresh_token.")),
            "" => (null, ProtocolError.InvalidRequest("The grant_type is missing.")),
            _ => (null, new ProtocolError("unsupported_grant_type", "The grant_type must be authorization_code or refresh_token.")),
        };
    }

    private static bool Has(IFormCollection form, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (form[name].ToString().Length == 0)
            {
                return false;
            }
        }

        return true;
    }

    private JsonObject CreateTokens(SignInSession session)
    {
        var user = session.User;
        var tokens = new JsonObject
        {
            ["access_token"] = issuer.CreateToken(user.Subject, session.Request.Scopes, user.Claims, SampleUser.TokenLifetime),
            ["token_type"] = "Bearer",
            ["expires_in"] = (int)SampleUser.TokenLifetime.TotalSeconds,
            ["scope"] = session.Request.Scopes,
        };
        if (session.HasScope("openid"))
        {
            tokens["id_token"] = issuer.CreateIdToken(session);
        }

        if (session.RefreshToken is { } refreshToken)
        {
            tokens["refresh_token"] = refreshToken;
        }

        return tokens;
    }

    private static Task SendAsync(HttpContext http, JsonObject body)
    {
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(body.ToJsonString(), http.RequestAborted);
    }
}
