using OwnedData.Execution.Access;
using OwnedData.Execution.Authorization;
using OwnedData.Execution.Cursors;
using OwnedData.Execution.Limits;
using OwnedData.Execution.Responses;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Errors;

namespace OwnedData.Execution.Binding;

/// <summary>What binds a plan to one request: who asks, the variables, the conditions that hold under them, and the gates that the viewer passes.</summary>
internal sealed record BindingContext(
    Viewer Viewer,
    VariableValues Variables,
    ConditionSet Conditions,
    ViewerGates Gates,
    CursorSealer Cursors,
    TimeSpan? MaxTime,
    OperationLimits Limits,
    TimeProvider Time)
{
    /// <summary>One time for all that the request writes.</summary>
    public DateTimeOffset Now { get; } = Time.GetUtcNow();

    /// <summary>The coerced arguments of a root field.</summary>
    public Outcome<ArgumentValues> Arguments(FieldSelection selection) =>
        ArgumentCoercion.Coerce(selection.Definition.Arguments, selection.Node.Arguments, Variables);
}
