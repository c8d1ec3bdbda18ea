using System.Collections.Immutable;
using OwnedData.Execution.Authorization;
using OwnedData.Execution.Binding;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Errors;

namespace OwnedData.Execution.Planning;

/// <summary>What to do for one root field: which commands to send and how to shape the answer. Knows no person and no variables.</summary>
internal abstract class FieldPlan(AuthorizedField field)
{
    public FieldSelection Selection { get; } = field.Selection;

    /// <summary>Checked against the viewer before <see cref="Bind"/>.</summary>
    public GateSet Gates { get; } = field.Gates;

    /// <summary>The `@inverse` fields below it, whose sizes are checked before <see cref="Bind"/>.</summary>
    public ImmutableArray<FieldSelection> Inverses { get; } = InverseArguments.In(field.Selection);

    /// <summary>This field for one request: the commands are made here, nothing is sent yet.</summary>
    public abstract Outcome<BoundField> Bind(BindingContext context, ArgumentValues arguments);

    /// <summary>The plan for a reader: fetches first, then the shape.</summary>
    public abstract void Describe(PlanText text);
}
