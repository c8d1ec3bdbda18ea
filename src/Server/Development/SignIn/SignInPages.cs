using System.Net;

namespace OwnedData.Server.Development.SignIn;

/// <summary>What a person sees of signing in and out.</summary>
internal static class SignInPages
{
    public const string SignedOut = "<h1>You are signed out</h1>\n<p>You can close this page.</p>";

    /// <param name="query">The client's request, for the form's address.</param>
    /// <param name="request">The same, read.</param>
    public static string WriteChoice(QueryString query, AuthorizationRequest request) =>
        $"""
        <h1>Sign in</h1>
        <p>The application at <strong>{Encode(new Uri(request.RedirectUri).Authority)}</strong> asks who you are. These are the sample users; none has a password,
        and they are there in Development only.</p>
        <form method="post" action="/dev/authorize{Encode(query.Value ?? "")}">
        {SampleUserButtons.Write("subject")}
        </form>
        <p class="note">It will be allowed: {(request.Scopes.Length == 0 ? "nothing beyond knowing who you are" : Encode(request.Scopes))}</p>
        """;

    public static string WriteRefusal(ProtocolError error) =>
        $"""
        <h1>This can't go on</h1>
        <p>{Encode(error.Description)}</p>
        <p class="note">For the application's developer: {Encode(error.Code)}. Nobody was sent back to it, because the address may be another's.</p>
        """;

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
