using Microsoft.Net.Http.Headers;
using OwnedData.GraphQL.Errors;

namespace OwnedData.Server.GraphQL;

/// <summary>
/// Cross-site request forgery: what a page of another site can make a browser send without asking this server first (the Fetch
/// standard's preflight) is not run. A POST can only be one by its content type, which <see cref="RequestBody"/> refuses; here are GET and HEAD.
/// </summary>
internal static class CrossSiteRequests
{
    // A page can send none of these to another site without a preflight.
    private static readonly string[] s_preflighted = ["GraphQL-Preflight", "Apollo-Require-Preflight", HeaderNames.Authorization];

    public static Outcome<ResponseFormat> Check(HttpRequest request, ResponseFormat format)
    {
        if (HttpMethods.IsPost(request.Method) || IsPreflighted(request) || IsOfOurOwnSite(request.Headers))
        {
            return format;
        }

        return new GraphQLError(
            ErrorCatalog.CrossSiteRequest,
            "A page of another site could have sent this request. Send the header `GraphQL-Preflight: 1` with it, or use POST.",
            []);
    }

    private static bool IsPreflighted(HttpRequest request) =>
        Array.Exists(s_preflighted, name => !string.IsNullOrWhiteSpace(request.Headers[name]))
        || (MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals(RequestBody.MediaType, StringComparison.OrdinalIgnoreCase));

    // Headers that no page can set (Fetch Metadata). In mode `cors` a request to another site always carries Origin; without one it is
    // of our own site, or of no browser at all.
    private static bool IsOfOurOwnSite(IHeaderDictionary headers) =>
        headers["Sec-Fetch-Site"] == "same-origin"
        || (headers["Sec-Fetch-Mode"] == "cors" && headers["Sec-Fetch-Site"].Count == 0 && headers.Origin.Count == 0);
}
