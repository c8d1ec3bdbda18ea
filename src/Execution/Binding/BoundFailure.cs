using OwnedData.Execution.Authorization;
using OwnedData.Execution.Responses;
using OwnedData.GraphQL.Errors;

namespace OwnedData.Execution.Binding;

/// <summary>A field that is refused before any command is sent.</summary>
internal sealed class BoundFailure : BoundField
{
    public BoundFailure(FieldSelection selection, GraphQLError failure)
        : base(selection) => Failure = failure;

    public override bool Write(ResponseContext response) => false;
}
