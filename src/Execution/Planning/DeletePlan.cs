using OwnedData.Execution.Authorization;
using OwnedData.Execution.Binding;
using OwnedData.Execution.Ids;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Errors;
using OwnedData.Mongo.Commands;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Planning;

/// <summary>`deleteNote(input:)`: a findAndModify that removes and gives back the last image.</summary>
internal sealed class DeletePlan(AuthorizedField field, StoredType type) : FieldPlan(field)
{
    private readonly PayloadShape _shape = PayloadShape.Build(field.Selection.Selection, type, isGone: true);

    public override Outcome<BoundField> Bind(BindingContext context, ArgumentValues arguments)
    {
        arguments.TryGetValue("input", out var value);
        ((InputObject)value!).TryGetValue("id", out var id);
        if (DocumentId.Parse((string)id!, type) is not { } documentId)
        {
            return DocumentId.InvalidFormat((string)id!);
        }

        return new BoundModify(Selection, _shape, type, context.Viewer, new FindAndModifyCommand(type.Collection)
        {
            Filter = documentId.Filter,
            Update = null,
            Projection = _shape.Projection.For(context.Gates),
            MaxTime = context.MaxTime,
        });
    }

    public override void Describe(PlanText text)
    {
        text.Line($"findAndModify {type.Collection} remove");
        text.Payload(_shape);
    }
}
