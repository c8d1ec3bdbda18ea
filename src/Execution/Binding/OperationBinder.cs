using System.Collections.Immutable;
using System.Text.Json;
using OwnedData.Execution.Access;
using OwnedData.Execution.Cursors;
using OwnedData.Execution.Planning;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Errors;
using OwnedData.Schema.Api;

namespace OwnedData.Execution.Binding;

/// <summary>Binds a plan to one request: coerces the variables, checks the viewer at the gates, and makes the commands.</summary>
/// <param name="maxTime">What a command may take, sent to the store; null for no bound.</param>
public sealed class OperationBinder(ApiSchema api, CursorSealer cursors, TimeProvider time, TimeSpan? maxTime = null)
{
    /// <summary>The variables as JSON: an object, or <see cref="JsonValueKind.Undefined"/> for none.</summary>
    public Outcome<BoundOperation> Bind(OperationPlan plan, JsonElement variables, Viewer viewer) =>
        VariableCoercion.Coerce(api.Schema, plan.Definition, variables).Then<BoundOperation>(values =>
        {
            var conditions = plan.Conditions.Evaluate(values);
            var context = new BindingContext(viewer, values, conditions, cursors, maxTime, time);
            var fields = ImmutableArray.CreateBuilder<BoundField>(plan.Fields.Length);
            foreach (var field in plan.Fields)
            {
                if (conditions.Includes(field.Selection.Condition))
                {
                    fields.Add(Bind(field, context));
                }
            }

            return new BoundOperation(plan.Operation, fields.ToImmutable(), conditions, viewer);
        });

    private static BoundField Bind(FieldPlan field, BindingContext context)
    {
        if (field.Gates.Check(context.Viewer) is { } refused)
        {
            return new BoundFailure(field.Selection, AccessErrors.Refused(refused));
        }

        var outcome = field.Bind(context);
        return outcome.TryGetValue(out var bound) ? bound : new BoundFailure(field.Selection, outcome.Errors[0]);
    }
}
