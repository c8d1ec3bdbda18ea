using Microsoft.Net.Http.Headers;
using OwnedData.Server.GraphQL;

namespace OwnedData.Server.Explorer;

/// <summary>The addresses of the explorer, and which requests to the GraphQL address are a person's with a browser.</summary>
internal static class ExplorerRoutes
{
    /// <summary>Of its first page; its files are named relative to it.</summary>
    public const string Path = GraphQLRoutes.Path + "/ui/";

    public const string SignIn = Path + "sign-in";

    public static void MapExplorer(this IEndpointRouteBuilder endpoints, ExplorerEndpoint explorer)
    {
        endpoints.MapMethods(Path + "{**name}", [HttpMethods.Get, HttpMethods.Head], http => explorer.SendFileAsync(http, (string?)http.GetRouteValue("name")));
        endpoints.MapPost(SignIn, explorer.SignInAsync);
    }

    /// <summary>Whether a browser opens the address itself: it asks nothing and wants HTML no less than anything else. What asks something is GraphQL's, whatever it accepts.</summary>
    public static bool IsOfPerson(HttpRequest request)
    {
        if (request.QueryString.HasValue || !MediaTypeHeaderValue.TryParseStrictList(request.Headers.Accept, out var ranges))
        {
            return false;
        }

        var html = ranges.FirstOrDefault(range => range.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));
        return html is not null && QualityOf(html) > 0 && ranges.All(range => QualityOf(range) <= QualityOf(html));
    }

    private static double QualityOf(MediaTypeHeaderValue range) => range.Quality ?? 1;
}
