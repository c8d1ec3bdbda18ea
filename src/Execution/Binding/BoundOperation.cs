using System.Collections.Immutable;
using OwnedData.Execution.Access;
using OwnedData.Execution.Limits;
using OwnedData.Execution.Responses;
using OwnedData.GraphQL.Language;

namespace OwnedData.Execution.Binding;

/// <summary>An operation with viewer and variables bound: everything is checked, nothing is sent yet.</summary>
public sealed class BoundOperation : IDisposable
{
    internal BoundOperation(
        OperationKind operation, ImmutableArray<BoundField> fields, ConditionSet conditions, Viewer viewer, OperationCost cost) =>
        (Operation, Fields, Conditions, Viewer, Cost) = (operation, fields, conditions, viewer, cost);

    /// <summary>What it costs on this request's values.</summary>
    public OperationCost Cost { get; }

    internal OperationKind Operation { get; }

    internal ImmutableArray<BoundField> Fields { get; }

    internal ConditionSet Conditions { get; }

    internal Viewer Viewer { get; }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var field in Fields)
        {
            field.Release();
        }
    }
}
