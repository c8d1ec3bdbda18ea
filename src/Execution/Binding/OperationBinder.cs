using System.Collections.Immutable;
using System.Text.Json;
using OwnedData.Execution.Access;
using OwnedData.Execution.Cursors;
using OwnedData.Execution.Limits;
using OwnedData.Execution.Planning;
using OwnedData.Execution.Responses;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Errors;
using OwnedData.Schema.Api;

namespace OwnedData.Execution.Binding;

/// <summary>Binds a plan to one request: coerces the variables, holds the cost to its limit, checks the viewer at the gates, and makes the commands.</summary>
/// <param name="maxTime">What a command may take, sent to the store; null for no bound.</param>
public sealed class OperationBinder(ApiSchema api, CursorSealer cursors, TimeProvider time, OperationLimits limits, TimeSpan? maxTime = null)
{
    /// <summary>The variables as JSON: an object, or <see cref="JsonValueKind.Undefined"/> for none.</summary>
    public Outcome<BoundOperation> Bind(OperationPlan plan, JsonElement variables, Viewer viewer, CallerTerms terms) =>
        terms.SeesSchema || plan.IntrospectionRefusals.IsEmpty
            ? VariableCoercion.Coerce(api.Schema, plan.Definition, variables, terms.Errors).Then(values => Bind(plan, values, viewer, terms))
            : plan.IntrospectionRefusals;

    private Outcome<BoundOperation> Bind(OperationPlan plan, VariableValues values, Viewer viewer, CallerTerms terms)
    {
        var conditions = plan.Tables.Conditions.Evaluate(values);
        var context = new BindingContext(viewer, values, conditions, plan.Tables.Gates.Evaluate(viewer), cursors, maxTime, limits, time);
        var sizes = plan.Tables.RelationCount == 0 ? null : new int[plan.Tables.RelationCount];
        var selectionValues = new SelectionValues(conditions, new InverseSizes(sizes));
        var arguments = new Outcome<ArgumentValues>[plan.Fields.Length];
        var cost = CostLimit.Root;
        for (var index = 0; index < arguments.Length; index++)
        {
            if (conditions.Includes(plan.Fields[index].Selection.Condition))
            {
                arguments[index] = ArgumentsOf(plan.Fields[index], context, sizes);
                cost += arguments[index].TryGetValue(out var given) ? plan.Costs[index].Under(selectionValues, given) : default;
            }
        }

        if (terms.IsCostEnforced && CostLimit.Check(cost, limits) is { } exceeded)
        {
            return exceeded;
        }

        var fields = ImmutableArray.CreateBuilder<BoundField>(plan.Fields.Length);
        for (var index = 0; index < arguments.Length; index++)
        {
            if (conditions.Includes(plan.Fields[index].Selection.Condition))
            {
                fields.Add(Bind(plan.Fields[index], arguments[index], context));
            }
        }

        var related = sizes is null ? null : new RelatedDocuments(sizes.Length, selectionValues.Sizes, context);
        return new BoundOperation(plan.Operation, fields.ToImmutable(), context, related, cost);
    }

    private static Outcome<ArgumentValues> ArgumentsOf(FieldPlan field, BindingContext context, int[]? sizes) =>
        sizes is not null && InverseArguments.Bind(field.Inverses, context, sizes) is { } error ? error : context.Arguments(field.Selection);

    private static BoundField Bind(FieldPlan field, Outcome<ArgumentValues> arguments, BindingContext context)
    {
        if (field.Gates.Check(context.Viewer) is { } refused)
        {
            return new BoundFailure(field.Selection, AccessErrors.Refused(refused));
        }

        var outcome = arguments.Then(values => field.Bind(context, values));
        return outcome.TryGetValue(out var bound) ? bound : new BoundFailure(field.Selection, outcome.Errors[0]);
    }
}
