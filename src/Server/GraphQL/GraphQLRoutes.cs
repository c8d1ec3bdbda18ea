using OwnedData.GraphQL.Errors;
using OwnedData.Server.Explorer;

namespace OwnedData.Server.GraphQL;

/// <summary>The address of the GraphQL endpoint, and what each HTTP method does there.</summary>
internal static class GraphQLRoutes
{
    public const string Path = "/graphql";

    private const string Methods = "GET, HEAD, POST, OPTIONS";

    /// <param name="endpoints">Where to add it.</param>
    /// <param name="endpoint">Answers POST, GET and HEAD.</param>
    /// <param name="schema">Answers `?sdl`.</param>
    /// <param name="explorer">Answers a person with a browser; null where it is off.</param>
    public static void MapGraphQL(this IEndpointRouteBuilder endpoints, GraphQLEndpoint endpoint, SchemaEndpoint schema, ExplorerEndpoint? explorer) =>
        endpoints.Map(Path, http => Dispatch(http, endpoint, schema, explorer));

    private static Task Dispatch(HttpContext http, GraphQLEndpoint endpoint, SchemaEndpoint schema, ExplorerEndpoint? explorer)
    {
        var method = http.Request.Method;
        if (HttpMethods.IsPost(method))
        {
            return endpoint.HandleAsync(http);
        }

        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method))
        {
            return http.Request.Query.ContainsKey("sdl") ? schema.HandleAsync(http)
                : explorer is not null && ExplorerRoutes.IsOfPerson(http.Request) ? explorer.StartAsync(http)
                : endpoint.HandleAsync(http);
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
}
