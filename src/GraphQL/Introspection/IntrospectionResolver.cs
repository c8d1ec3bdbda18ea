using OwnedData.GraphQL.Coercion;
namespace OwnedData.GraphQL.Introspection;
public static class IntrospectionResolver
{
    public static object? Resolve(object source, string fieldName, ArgumentValues arguments) => (source, fieldName, arguments) is (null, _, _) ? "" : null;
}
