using System.Collections.Immutable;
using OwnedData.Execution.Access.Explain;
using OwnedData.Execution.Limits;
using OwnedData.GraphQL.Language;

namespace OwnedData.Execution.Binding;

/// <summary>An operation with viewer and variables bound: everything is checked, nothing is sent yet.</summary>
public sealed class BoundOperation : IDisposable
{
    internal BoundOperation(
        OperationKind operation, ImmutableArray<BoundField> fields, BindingContext context, RelatedDocuments? related, OperationCost cost) =>
        (Operation, Fields, Context, Related, Cost) = (operation, fields, context, related, cost);

    /// <summary>What it costs on this request's values.</summary>
    public OperationCost Cost { get; }

    /// <summary>Set before the operation is executed to have its commands explained; each is then asked of the store twice.</summary>
    public AccessRecorder? Recorder { get; set; }

    internal OperationKind Operation { get; }

    internal ImmutableArray<BoundField> Fields { get; }

    internal BindingContext Context { get; }

    /// <summary>Null for an operation that selects no reference.</summary>
    internal RelatedDocuments? Related { get; }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var field in Fields)
        {
            field.Release();
        }

        Related?.Dispose();
    }
}
