using OwnedData.Execution.Authorization;
using OwnedData.Execution.Binding;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Errors;

namespace OwnedData.Execution.Planning;

/// <summary>`viewer`: what the token says of the caller; the store is not asked.</summary>
internal sealed class ViewerPlan(AuthorizedField field) : FieldPlan(field)
{
    public override Outcome<BoundField> Bind(BindingContext context, ArgumentValues arguments) => new BoundViewer(Selection, context.Viewer);

    public override void Describe(PlanText text) => text.Line("from the token");
}
