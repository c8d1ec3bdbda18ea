using System.Text.Json.Nodes;
using OwnedData.Server.Authentication;
using OwnedData.Server.GraphQL;
using OwnedData.Server.Pages;

namespace OwnedData.Server.Explorer;

/// <summary>What a person with a browser gets at the GraphQL address: Banana Cake Pop, for those who may see the schema. It asks this server only, and its policy lets it ask no other.</summary>
/// <param name="files">Null where the build had no npm.</param>
/// <param name="signIn">Null where no sample user can be signed in: outside Development, and with a configured authority.</param>
/// <param name="viewers">Who asks.</param>
/// <param name="visibility">Who may see the schema.</param>
internal sealed class ExplorerEndpoint(ExplorerFiles? files, ExplorerSignIn? signIn, ViewerFactory viewers, SchemaVisibility visibility)
{
    // Its JSON schemas are compiled to functions (unsafe-eval), its styles are made by scripts (unsafe-inline).
    private const string FilePolicy =
        "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // Read beside the page that is open; the keys are Banana Cake Pop's.
    private const string Settings = "bcp-config.json";

    private const string FirstDocument = "query Me {\n  viewer {\n    subject\n  }\n}\n";

    /// <summary>Answers a browser that opens the GraphQL address.</summary>
    public Task StartAsync(HttpContext http)
    {
        http.Response.Headers.Vary = "Accept, Authorization";
        if (!IsShown(http))
        {
            return HtmlPage.SendAsync(http, "GraphQL API", ExplorerPages.Closed);
        }

        if (files is null)
        {
            return HtmlPage.SendAsync(http, "GraphQL API", ExplorerPages.Missing);
        }

        if (signIn is not null && ExplorerSignIn.IsOffered(http.Request))
        {
            return HtmlPage.SendAsync(http, "Explore the API", ExplorerPages.WriteChoice(ExplorerSignIn.FindUser(http.Request)));
        }

        http.Response.Headers.CacheControl = "no-store";
        http.Response.Redirect(ExplorerRoutes.Path);
        return Task.CompletedTask;
    }

    public Task SendFileAsync(HttpContext http, string? name)
    {
        PageHeaders.Write(http, FilePolicy);
        if (files is null || !IsShown(http))
        {
            return SendMissing(http);
        }

        if (name is null && !http.Request.Path.Value!.EndsWith('/'))
        {
            http.Response.Redirect(ExplorerRoutes.Path);
            return Task.CompletedTask;
        }

        return name == Settings ? SendSettingsAsync(http)
            : files.Find(name ?? ExplorerFiles.IndexPage) is { } file ? SendAsync(http, file)
            : SendMissing(http);
    }

    public Task SignInAsync(HttpContext http)
    {
        PageHeaders.Write(http, FilePolicy);
        return signIn is null ? SendMissing(http) : ExplorerSignIn.HandleAsync(http);
    }

    private bool IsShown(HttpContext http) => visibility.IncludesViewer(viewers.Create(http.User));

    private Task SendSettingsAsync(HttpContext http)
    {
        var user = signIn is null ? null : ExplorerSignIn.FindUser(http.Request);
        var settings = new JsonObject
        {
            ["title"] = user is null ? "OwnedData" : $"OwnedData as {user.Subject}",
            ["endpoint"] = GraphQLRoutes.Path,
            ["sdlEndpoint"] = GraphQLRoutes.Path + "?sdl",
            ["includeCookies"] = false,
            ["useGet"] = false,
            ["disableTelemetry"] = true,
            ["graphQLDocument"] = FirstDocument,
        };
        if (user is not null)
        {
            settings["httpHeaders"] = new JsonObject { ["Authorization"] = $"Bearer {signIn!.CreateToken(user)}" };
        }

        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(settings.ToJsonString(), http.RequestAborted);
    }

    private static Task SendAsync(HttpContext http, ExplorerFile file)
    {
        http.Response.ContentType = file.ContentType;
        http.Response.ContentLength = new FileInfo(file.Path).Length;
        if (file.IsImmutable)
        {
            http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        }

        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : http.Response.SendFileAsync(file.Path, http.RequestAborted);
    }

    private static Task SendMissing(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
