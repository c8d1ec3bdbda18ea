using OwnedData.Execution.Authorization;
using OwnedData.Execution.Binding;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Errors;
using OwnedData.GraphQL.Types;

namespace OwnedData.Execution.Planning;

/// <summary>`__schema`, `__type` and the root's `__typename`, §4: from the schema in memory.</summary>
internal sealed class IntrospectionPlan(AuthorizedField field, GraphQLSchema schema, string rootTypeName) : FieldPlan(field)
{
    public override Outcome<BoundField> Bind(BindingContext context, ArgumentValues arguments) =>
        new BoundIntrospection(Selection, schema, arguments, context, rootTypeName);

    public override void Describe(PlanText text) => text.Line("from the schema");
}
