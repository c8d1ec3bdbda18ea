using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace OwnedData.Server.Pages;

/// <summary>A small page of this server: one style, no script, nothing from elsewhere. It follows the reader's light or dark, and fits a phone.</summary>
internal static class HtmlPage
{
    private const string Style = """
        :root { color-scheme: light dark; --line: light-dark(#d8d8d4, #3c3c40); --soft: light-dark(#f6f6f3, #222226); --dim: light-dark(#5c5c58, #a9a9a4); }
        body { font: 16px/1.5 system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1.25rem; background: light-dark(#fff, #17171a); color: light-dark(#1b1b1a, #ececea); }
        h1 { font-size: 1.6rem; margin-bottom: .25rem; }
        a { color: light-dark(#0b57d0, #9fc2ff); }
        pre { background: var(--soft); padding: .75rem 1rem; border-radius: .5rem; overflow-x: auto; }
        code { font: .9em ui-monospace, monospace; }
        ul.people { list-style: none; margin: 1.5rem 0; padding: 0; }
        button { font: inherit; color: inherit; text-align: left; background: none; border: 1px solid var(--line); border-radius: .5rem; padding: .6rem 1rem; cursor: pointer; }
        button:hover, button:focus-visible { background: var(--soft); border-color: currentColor; }
        .people button { width: 100%; margin-bottom: .6rem; }
        .people strong { display: block; }
        .note { font-size: .875rem; color: var(--dim); }
        """;

    private static readonly string s_policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    /// <param name="http">The request that is answered, with its status.</param>
    /// <param name="title">As text.</param>
    /// <param name="body">As HTML.</param>
    /// <param name="formTarget">Where else a form of the page may lead to: an origin.</param>
    public static Task SendAsync(HttpContext http, string title, string body, string? formTarget = null)
    {
        PageHeaders.Write(http, formTarget is null ? s_policy : $"{s_policy} {formTarget}");
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(
            $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{WebUtility.HtmlEncode(title)}</title>
            <style>{Style}</style>
            </head>
            <body>
            {body}
            </body>
            </html>

            """,
            http.RequestAborted);
    }
}
