using System.Collections.Immutable;
using OwnedData.Bson;
using OwnedData.Mongo;
using OwnedData.Schema.Access;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Access.Explain;

/// <summary>What the query filter made of one question of a field.</summary>
/// <param name="Path">The root field, by its name in the response.</param>
/// <param name="Type">Whose documents.</param>
/// <param name="Operation">Which rules hold.</param>
/// <param name="Client">The client's filter; for a create the document as the input says it.</param>
/// <param name="Injected">What the rules put in front of it; for a create one document of what was stamped. Empty when everything is open, or nothing was sent.</param>
/// <param name="Rules">All rules of the operation, judged for the viewer.</param>
/// <param name="Command">As it left for the store; null when the rules leave nothing to ask for.</param>
/// <param name="Statistics">What the store read for it; null for an insert and when nothing was sent.</param>
public sealed record ExplainedCommand(
    string Path,
    StoredType Type,
    AccessOperation Operation,
    BsonDocument Client,
    ImmutableArray<BsonDocument> Injected,
    ImmutableArray<RuleVerdict> Rules,
    BsonDocument? Command,
    ExplainStatistics? Statistics);
