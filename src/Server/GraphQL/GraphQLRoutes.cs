using OwnedData.GraphQL.Errors;

namespace OwnedData.Server.GraphQL;

/// <summary>The address of the GraphQL endpoint, and what each HTTP method does there.</summary>
internal static class GraphQLRoutes
{
    public const string Path = "/graphql";

    private const string Methods = "GET, HEAD, POST, OPTIONS";

    /// <param name="endpoints">Where to add it.</param>
    /// <param name="endpoint">Answers POST, GET and HEAD.</param>
    /// <param name="schema">Answers `?sdl`.</param>
    public static void MapGraphQL(this IEndpointRouteBuilder endpoints, GraphQLEndpoint endpoint, SchemaEndpoint schema) =>
        endpoints.Map(Path, http => Dispatch(http, endpoint, schema));

    private static Task Dispatch(HttpContext http, GraphQLEndpoint endpoint, SchemaEndpoint schema)
    {
        var method = http.Request.Method;
        if (HttpMethods.IsPost(method))
        {
            return endpoint.HandleAsync(http);
        }

        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method))
        {
            return http.Request.Query.ContainsKey("sdl") ? schema.HandleAsync(http) : endpoint.HandleAsync(http);
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
