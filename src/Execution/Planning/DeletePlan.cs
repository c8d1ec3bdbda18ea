using OwnedData.Execution.Authorization;
using OwnedData.Execution.Binding;
using OwnedData.Execution.Ids;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Errors;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Planning;

/// <summary>`deleteNote(input:)`: a findAndModify that removes and gives back the last image.</summary>
internal sealed class DeletePlan(AuthorizedField field, StoredType type) : FieldPlan(field)
{
    private readonly PayloadShape _shape = PayloadShape.Build(field.Selection.Selection, type, isGone: true);

    public override Outcome<BoundField> Bind(BindingContext context, ArgumentValues arguments)
    {
        arguments.TryGetValue("input", out var value);
        var input = (InputObject)value!;
        input.TryGetValue("id", out var id);
        if (DocumentId.Parse((string)id!, type) is not { } documentId)
        {
            return DocumentId.InvalidFormat((string)id!);
        }

        input.TryGetValue("ifVersion", out var version);
        return new BoundModify(Selection, _shape, type, context, new Modification(
            documentId, Update: null, type.IsVersioned ? (int?)version : null, References: null));
    }

    public override void Describe(PlanText text)
    {
        text.Line($"findAndModify {type.Collection} remove");
        text.Payload(_shape);
    }
}
