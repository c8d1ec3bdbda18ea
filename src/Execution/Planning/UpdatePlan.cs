using OwnedData.Execution.Authorization;
using OwnedData.Execution.Binding;
using OwnedData.Execution.Ids;
using OwnedData.Execution.Mutations;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Errors;
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
            return new BoundInvalid(Selection, _shape, type, context, errors);
        }

        input.TryGetValue("ifVersion", out var version);
        return new BoundModify(Selection, _shape, type, context, new Modification(
            documentId,
            DocumentUpdate.Create(type, input, context.Now),
            type.IsVersioned ? (int?)version : null,
            InputReferences.In(input, type)));
    }

    public override void Describe(PlanText text)
    {
        text.Line($"findAndModify {type.Collection} update, new image");
        text.Payload(_shape);
    }
}
