using OwnedData.Execution.Authorization;
using OwnedData.Execution.Responses;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Types;

namespace OwnedData.Execution.Binding;

/// <summary>`__schema`, `__type` or `__typename` at the root.</summary>
internal sealed class BoundIntrospection(FieldSelection selection, GraphQLSchema schema, ArgumentValues arguments, BindingContext context, string rootTypeName)
    : BoundField(selection)
{
    public override bool Write(ResponseContext response) => new IntrospectionWriter(response, context).WriteRoot(Selection, schema, arguments, rootTypeName);
}
