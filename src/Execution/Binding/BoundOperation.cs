using System.Collections.Immutable;
using OwnedData.Execution.Limits;
using OwnedData.GraphQL.Language;

namespace OwnedData.Execution.Binding;

/// <summary>An operation with viewer and variables bound: everything is checked, nothing is sent yet.</summary>
public sealed class BoundOperation : IDisposable
{
    internal BoundOperation(
        OperationKind operation, ImmutableArray<BoundField> fields, BindingContext context, OperationCost cost) =>
        (Operation, Fields, Context, Cost) = (operation, fields, context, cost);

    /// <summary>What it costs on this request's values.</summary>
    public OperationCost Cost { get; }

    internal OperationKind Operation { get; }

    internal ImmutableArray<BoundField> Fields { get; }

    internal BindingContext Context { get; }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var field in Fields)
        {
            field.Release();
        }
    }
}
