using Microsoft.AspNetCore.WebUtilities;
using OwnedData.Server.Pages;

namespace OwnedData.Server.Development.SignIn;

/// <summary>
/// `/dev/authorize`: shows the sample users and sends the browser back with a code for the one chosen. The form keeps the client's request in its
/// address, so it is checked again as a whole and nothing is remembered in between.
/// </summary>
internal sealed class AuthorizationEndpoint(RegisteredClient client, SignInSessions sessions)
{
    public async Task HandleAsync(HttpContext http)
    {
        var query = http.Request.Query;
        if (AuthorizationRequestReader.CheckClient(query, client) is { } refusal)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            await HtmlPage.SendAsync(http, "Sign in", SignInPages.WriteRefusal(refusal));
            return;
        }

        var (request, error) = AuthorizationRequestReader.Read(query);
        if (request is null)
        {
            SendBack(http, [("error", error!.Code), ("error_description", error.Description)]);
        }
        else if (HttpMethods.IsPost(http.Request.Method))
        {
            await SignInAsync(http, request);
        }
        else
        {
            var target = new Uri(request.RedirectUri).GetLeftPart(UriPartial.Authority);
            await HtmlPage.SendAsync(http, "Sign in", SignInPages.WriteChoice(http.Request.QueryString, request), target);
        }
    }

    // A page of another site must not choose for the person.
    private async Task SignInAsync(HttpContext http, AuthorizationRequest request)
    {
        var form = http.Request.Headers.Origin == $"{http.Request.Scheme}://{http.Request.Host}" ? await SmallForm.ReadAsync(http) : null;
        if (form is null || SampleUser.Find(form["subject"].ToString()) is not { } user)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            await HtmlPage.SendAsync(http, "Sign in", SignInPages.WriteRefusal(ProtocolError.InvalidRequest("Nobody of the sample users was chosen on this page.")));
            return;
        }

        SendBack(http, [("code", sessions.Start(user, request))]);
    }

    private static void SendBack(HttpContext http, (string Name, string Value)[] parameters)
    {
        var query = http.Request.Query;
        var all = parameters.ToDictionary(parameter => parameter.Name, string? (parameter) => parameter.Value, StringComparer.Ordinal);
        all["iss"] = DevelopmentIssuer.Issuer;
        if (query["state"] is [{ } state])
        {
            all["state"] = state;
        }

        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = QueryHelpers.AddQueryString(query["redirect_uri"].ToString(), all);
    }
}
