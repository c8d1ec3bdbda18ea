using OwnedData.Execution.Authorization;
using OwnedData.Execution.Binding;
using OwnedData.Execution.Ids;
using OwnedData.Execution.Mutations;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Errors;
using OwnedData.Mongo.Commands;
using OwnedData.Schema.Access;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Planning;

/// <summary>`updateNote(input:)`: a findAndModify that gives back the new image.</summary>
internal sealed class UpdatePlan(AuthorizedField field, StoredType type) : FieldPlan(field)
{
    private readonly PayloadShape _shape = PayloadShape.Build(field.Selection.Selection, type);

    public override Outcome<BoundField> Bind(BindingContext context, ArgumentValues arguments)
    {
        arguments.TryGetValue("input", out var value);
        var input = (InputObject)value!;
        input.TryGetValue("id", out var id);
        if (DocumentId.Parse((string)id!, type) is not { } documentId)
        {
            return DocumentId.InvalidFormat((string)id!);
        }

        if (InputAccess.Check(input, type, AccessOperation.Update, context.Viewer) is { } refused)
        {
            return refused;
        }

        var errors = InputValidator.Validate(input, type);
        if (!errors.IsEmpty)
        {
            return new BoundInvalid(Selection, _shape, type, context.Viewer, errors);
        }

        return new BoundModify(Selection, _shape, type, context.Viewer, new FindAndModifyCommand(type.Collection)
        {
            Filter = documentId.Filter,
            Update = DocumentUpdate.Create(type, input, context.Now),
            ReturnNew = true,
            Projection = _shape.Projection.For(context.Gates),
            MaxTime = context.MaxTime,
        });
    }

    public override void Describe(PlanText text)
    {
        text.Line($"findAndModify {type.Collection} update, new image");
        text.Payload(_shape);
    }
}
