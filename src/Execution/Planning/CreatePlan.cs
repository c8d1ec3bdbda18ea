using OwnedData.Bson;
using OwnedData.Execution.Authorization;
using OwnedData.Execution.Binding;
using OwnedData.Execution.Mutations;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Errors;
using OwnedData.GraphQL.Types;
using OwnedData.Schema.Access;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Planning;

/// <summary>`createNote(input:)`: an insert.</summary>
internal sealed class CreatePlan(AuthorizedField field, StoredType type, GraphQLSchema schema) : FieldPlan(field)
{
    private readonly PayloadShape _shape = PayloadShape.Build(field.Selection.Selection, type);
    private readonly BsonDocument _defaults = StoredDefaults.Of(type, schema);

    public override Outcome<BoundField> Bind(BindingContext context, ArgumentValues arguments)
    {
        arguments.TryGetValue("input", out var value);
        var input = (InputObject)value!;
        if (InputAccess.Check(input, type, AccessOperation.Create, context.Viewer) is { } refused)
        {
            return refused;
        }

        var errors = InputValidator.Validate(input, type);
        return errors.IsEmpty
            ? new BoundCreate(Selection, _shape, type, context, NewDocument.Create(type, input, _defaults, context), InputReferences.In(input, type))
            : new BoundInvalid(Selection, _shape, type, context, errors);
    }

    public override void Describe(PlanText text)
    {
        text.Line($"insert into {type.Collection}");
        text.Payload(_shape);
    }
}
