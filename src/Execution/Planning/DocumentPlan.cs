using OwnedData.Execution.Authorization;
using OwnedData.Execution.Binding;
using OwnedData.Execution.Ids;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Errors;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Planning;

/// <summary>`note(id:)`: a find by `_id`.</summary>
internal sealed class DocumentPlan(AuthorizedField field, StoredType type) : FieldPlan(field)
{
    private readonly DocumentFetch _fetch = new(type, DocumentShapeBuilder.Build(field.Selection.Selection, type));

    public override Outcome<BoundField> Bind(BindingContext context, ArgumentValues arguments)
    {
        arguments.TryGetValue("id", out var id);
        return DocumentId.Parse((string)id!, type) is { } documentId
            ? new BoundDocument(Selection, _fetch, documentId, context)
            : DocumentId.InvalidFormat((string)id!);
    }

    public override void Describe(PlanText text) => text.Fetch("find by id", _fetch);
}
