using System.Text;
using OwnedData.GraphQL.Types;
using OwnedData.Schema.Api;

namespace OwnedData.Server.GraphQL;

/// <summary>The addresses of the GraphQL endpoint. Routing answers other methods with 405 and an Allow header.</summary>
internal static class GraphQLRoutes
{
    public const string Path = "/graphql";

    /// <param name="endpoints">Where to add them.</param>
    /// <param name="endpoint">Answers POST and GET.</param>
    /// <param name="published">The API that `?sdl` shows; null to show none.</param>
    public static void MapGraphQL(this IEndpointRouteBuilder endpoints, GraphQLEndpoint endpoint, ApiSchema? published)
    {
        endpoints.MapPost(Path, endpoint.HandleAsync);
        endpoints.MapGet(Path, http =>
            published is not null && http.Request.Query.ContainsKey("sdl") ? SendSdlAsync(http, published) : endpoint.HandleAsync(http));
    }

    private static Task SendSdlAsync(HttpContext http, ApiSchema published)
    {
        http.Response.ContentType = "application/graphql; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsync(SchemaPrinter.Print(published.Schema), Encoding.UTF8, http.RequestAborted);
    }
}
