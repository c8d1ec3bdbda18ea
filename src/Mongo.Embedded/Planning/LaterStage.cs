using System.Collections.Immutable;
using OwnedData.Mongo.Embedded.Querying;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Planning;

/// <summary>A stage of a pipeline that runs behind the plan of its first stages.</summary>
/// <param name="Open">Puts the stage behind a source, which it then owns. Reads nothing yet.</param>
internal sealed record LaterStage(Func<DocumentSource, Connection, OperationContext, DocumentSource> Open)
{
    /// <summary>What `$unionWith` stages in a row add, each planned by itself; empty for every other stage.</summary>
    internal ImmutableArray<QueryPlan> Branches { get; init; } = [];

    internal static LaterStage Of(Func<DocumentSource, DocumentSource> open) => new((source, _, _) => open(source));

    internal static LaterStage OfUnion(ImmutableArray<QueryPlan> branches) =>
        new((source, connection, context) => new UnionSource(source, branches, connection, context)) { Branches = branches };
}
