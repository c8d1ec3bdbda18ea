using System.Text;
using OwnedData.GraphQL.Errors;
using OwnedData.GraphQL.Types;
using OwnedData.Schema.Api;

namespace OwnedData.Server.GraphQL;

/// <summary>The address of the GraphQL endpoint, and what each HTTP method does there.</summary>
internal static class GraphQLRoutes
{
    public const string Path = "/graphql";

    private const string Methods = "GET, HEAD, POST, OPTIONS";

    /// <param name="endpoints">Where to add it.</param>
    /// <param name="endpoint">Answers POST, GET and HEAD.</param>
    /// <param name="published">The API that `?sdl` shows; null to show none.</param>
    public static void MapGraphQL(this IEndpointRouteBuilder endpoints, GraphQLEndpoint endpoint, ApiSchema? published) =>
        endpoints.Map(Path, http => Dispatch(http, endpoint, published));

    private static Task Dispatch(HttpContext http, GraphQLEndpoint endpoint, ApiSchema? published)
    {
        var method = http.Request.Method;
        if (HttpMethods.IsPost(method))
        {
            return endpoint.HandleAsync(http);
        }

        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method))
        {
            return published is not null && http.Request.Query.ContainsKey("sdl") ? SendSdlAsync(http, published) : endpoint.HandleAsync(http);
        }

        http.Response.Headers.Allow = Methods;
        return HttpMethods.IsOptions(method)
            ? SendOptions(http)
            : ErrorResponse.WriteAsync(http, new GraphQLError(ErrorCatalog.MethodNotAllowed, $"The address takes {Methods}.", []));
    }

    private static Task SendOptions(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        http.Response.Headers["Accept-Post"] = RequestBody.MediaType;
        return Task.CompletedTask;
    }

    private static Task SendSdlAsync(HttpContext http, ApiSchema published)
    {
        http.Response.ContentType = "application/graphql; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsync(SchemaPrinter.Print(published.Schema), Encoding.UTF8, http.RequestAborted);
    }
}
