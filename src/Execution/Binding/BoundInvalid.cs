using System.Collections.Immutable;
using OwnedData.Execution.Authorization;
using OwnedData.Execution.Mutations;
using OwnedData.Execution.Planning;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Binding;

/// <summary>A mutation whose input breaks constraints: no command is sent, the payload tells all of them.</summary>
internal sealed class BoundInvalid : BoundMutation
{
    public BoundInvalid(FieldSelection selection, PayloadShape shape, StoredType type, BindingContext context, ImmutableArray<PayloadError> errors)
        : base(selection, shape, type, context) => Errors = errors;
}
