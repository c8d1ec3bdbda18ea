using OwnedData.Server.Development;
using OwnedData.Server.Pages;

namespace OwnedData.Server.Explorer;

/// <summary>
/// Who the explorer speaks for, in Development: a sample user, kept in a cookie that only decides which token its settings hold; the API
/// itself knows no cookies. Signing in empties the browser's store of the explorer, since each document in it keeps the token it was made with.
/// </summary>
internal sealed class ExplorerSignIn(DevelopmentIssuer issuer)
{
    private const string Cookie = "owneddata-explorer";

    // Documents keep their token, so it lasts a working day.
    private static readonly TimeSpan s_tokenLifetime = TimeSpan.FromHours(12);

    /// <summary>
    /// On this machine only: elsewhere browsers keep the explorer's store (Clear-Site-Data needs https or localhost), and a foreign name that
    /// was pointed at this address would make another site's page our own.
    /// </summary>
    public static bool IsOffered(HttpRequest request) => Uri.TryCreate($"http://{request.Host}", UriKind.Absolute, out var address) && address.IsLoopback;

    /// <summary>Who is signed in, or null.</summary>
    public static SampleUser? FindUser(HttpRequest request) =>
        IsOffered(request) && request.Cookies[Cookie] is { } subject ? SampleUser.Find(subject) : null;

    public string CreateToken(SampleUser user) => issuer.CreateToken(user.Subject, SampleUser.Scopes, user.Claims, s_tokenLifetime);

    /// <summary>Signs in as the `subject` of the form, a sample user; with none signs out.</summary>
    public static async Task HandleAsync(HttpContext http)
    {
        if (!IsOffered(http.Request) || http.Request.Headers.Origin != $"{http.Request.Scheme}://{http.Request.Host}")
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        var form = await SmallForm.ReadAsync(http);
        if (form is null || !form.TryGetValue("subject", out var values) || values.ToString() is not { } subject || (subject.Length > 0 && SampleUser.Find(subject) is null))
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var options = new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = GraphQL.GraphQLRoutes.Path, Secure = http.Request.IsHttps };
        if (subject.Length == 0)
        {
            http.Response.Cookies.Delete(Cookie, options);
        }
        else
        {
            http.Response.Cookies.Append(Cookie, subject, options);
        }

        http.Response.Headers["Clear-Site-Data"] = "\"storage\"";
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = ExplorerRoutes.Path;
    }
}
