using System.Collections.Immutable;
using OwnedData.Execution.Access;
using OwnedData.Execution.Responses;
using OwnedData.GraphQL.Language;

namespace OwnedData.Execution.Binding;

/// <summary>An operation with viewer and variables bound: everything is checked, nothing is sent yet.</summary>
public sealed class BoundOperation : IDisposable
{
    internal BoundOperation(OperationKind operation, ImmutableArray<BoundField> fields, ConditionSet conditions, Viewer viewer) =>
        (Operation, Fields, Conditions, Viewer) = (operation, fields, conditions, viewer);

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
