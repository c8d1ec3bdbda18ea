using System.Net;

namespace OwnedData.Server.Development;

/// <summary>The sample users as buttons of a form, each with what signing in as that person shows.</summary>
internal static class SampleUserButtons
{
    /// <param name="field">The form's field that names the person.</param>
    public static string Write(string field) =>
        $"<ul class=\"people\">\n{string.Concat(SampleUser.All.Select(user => WriteOne(field, user)))}</ul>";

    private static string WriteOne(string field, SampleUser user) =>
        $"<li><button name=\"{field}\" value=\"{WebUtility.HtmlEncode(user.Subject)}\"><strong>{WebUtility.HtmlEncode(user.Subject)}</strong> {WebUtility.HtmlEncode(user.Shows)}</button></li>\n";
}
