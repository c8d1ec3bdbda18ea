using Microsoft.AspNetCore.WebUtilities;
using OwnedData.Server.Pages;

namespace OwnedData.Server.Development.SignIn;

/// <summary>`/dev/logout`, OpenID Connect RP-Initiated Logout 1.0: ends the session that the ID token is of, and goes on to the client's address or nowhere.</summary>
internal sealed class LogoutEndpoint(DevelopmentIssuer issuer, RegisteredClient client, SignInSessions sessions)
{
    public async Task HandleAsync(HttpContext http)
    {
        var query = http.Request.Query;
        var session = query["id_token_hint"] is [{ } hint] ? await issuer.ReadSessionAsync(hint) : null;
        if (session is not null)
        {
            sessions.End(session);
        }

        if (query["post_logout_redirect_uri"] is not [{ } uri])
        {
            await HtmlPage.SendAsync(http, "Signed out", SignInPages.SignedOut);
            return;
        }

        if ((session is null && query["client_id"] != RegisteredClient.Id) || !client.MayReturnTo(uri))
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            await HtmlPage.SendAsync(http, "Signed out", SignInPages.WriteRefusal(ProtocolError.InvalidRequest(
                "The post_logout_redirect_uri must be registered, and come with a good id_token_hint or the client_id.")));
            return;
        }

        http.Response.Headers.CacheControl = "no-store";
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = query["state"] is [{ } state] ? QueryHelpers.AddQueryString(uri, "state", state) : uri;
    }
}
