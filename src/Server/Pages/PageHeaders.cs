namespace OwnedData.Server.Pages;

/// <summary>What every answer that a browser shows carries: which sources it may use, that no other site may frame it, and that nothing of it is guessed or kept.</summary>
internal static class PageHeaders
{
    /// <param name="http">The request that is answered.</param>
    /// <param name="policy">The Content-Security-Policy.</param>
    public static void Write(HttpContext http, string policy)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.XFrameOptions = "DENY";
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";

        // Not `no-referrer`: with that, browsers write `Origin: null` into the forms of our own pages.
        headers["Referrer-Policy"] = "same-origin";
    }
}
