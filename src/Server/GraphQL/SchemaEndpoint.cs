using System.Text;
using OwnedData.GraphQL.Errors;
using OwnedData.GraphQL.Types;
using OwnedData.Server.Authentication;

namespace OwnedData.Server.GraphQL;

/// <summary>`GET /graphql?sdl`: the published schema as text, for those who may introspect it.</summary>
internal sealed class SchemaEndpoint(ViewerFactory viewers, SchemaVisibility visibility, GraphQLSchema schema)
{
    public Task HandleAsync(HttpContext http)
    {
        if (!visibility.IncludesViewer(viewers.Create(http.User)))
        {
            return ErrorResponse.WriteAsync(
                http, new GraphQLError(ErrorCatalog.IntrospectionNotAllowed, "Introspection is not allowed for the current request.", []));
        }

        http.Response.ContentType = "application/graphql; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsync(SchemaPrinter.Print(schema), Encoding.UTF8, http.RequestAborted);
    }
}
