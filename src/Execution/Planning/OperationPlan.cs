using System.Collections.Immutable;
using OwnedData.Execution.Authorization;
using OwnedData.GraphQL.Language;

namespace OwnedData.Execution.Planning;

/// <summary>A compiled operation: made once per document and operation name, shared by all requests and all viewers.</summary>
public sealed class OperationPlan
{
    internal OperationPlan(OperationDefinitionNode definition, ImmutableArray<FieldPlan> fields, ConditionTable conditions) =>
        (Definition, Fields, Conditions) = (definition, fields, conditions);

    /// <summary>Query or mutation.</summary>
    public OperationKind Operation => Definition.Operation;

    internal OperationDefinitionNode Definition { get; }

    internal ImmutableArray<FieldPlan> Fields { get; }

    internal ConditionTable Conditions { get; }

    /// <summary>The plan as stable text, for review and golden files.</summary>
    public override string ToString() => PlanText.Of(this);
}
