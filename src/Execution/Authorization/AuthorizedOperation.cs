using System.Collections.Immutable;
using OwnedData.GraphQL.Language;

namespace OwnedData.Execution.Authorization;

/// <summary>
/// An operation whose every root field knows the gates it has to pass. Made by <see cref="OperationAuthorizer"/> only,
/// and the only thing that can be planned.
/// </summary>
internal sealed class AuthorizedOperation
{
    internal AuthorizedOperation(OperationDefinitionNode definition, ImmutableArray<AuthorizedField> fields, SelectionTables tables) =>
        (Definition, Fields, Tables) = (definition, fields, tables);

    public OperationDefinitionNode Definition { get; }

    public ImmutableArray<AuthorizedField> Fields { get; }

    public SelectionTables Tables { get; }
}
