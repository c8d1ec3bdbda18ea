using OwnedData.Execution.Access;
using System.Collections.Frozen;
using OwnedData.Execution.Authorization;
using OwnedData.Execution.Binding;
using OwnedData.Execution.Ids;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Errors;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Planning;

/// <summary>`node(id:)`: a find by `_id` in the collection that the id names.</summary>
internal sealed class NodePlan(AuthorizedField field, FrozenDictionary<string, (DocumentFetch Fetch, GateSet Gates)> shapes, DataModel model)
    : FieldPlan(field)
{
    public override Outcome<BoundField> Bind(BindingContext context, ArgumentValues arguments)
    {
        arguments.TryGetValue("id", out var id);
        if (DocumentId.Parse((string)id!, model) is not { } documentId)
        {
            return DocumentId.InvalidFormat((string)id!);
        }

        var (fetch, gates) = shapes[documentId.Type.Name];
        return gates.Check(context.Viewer) is { } refused
            ? AccessErrors.Refused(refused)
            : new BoundDocument(Selection, fetch, documentId, context);
    }

    public override void Describe(PlanText text)
    {
        foreach (var (_, (fetch, gates)) in shapes.OrderBy(shape => shape.Key, StringComparer.Ordinal))
        {
            text.Line($"if the id names {fetch.Type.Name} ({gates})");
            text.Fetch("find by id", fetch);
        }
    }
}
