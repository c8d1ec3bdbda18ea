using System.Collections.Immutable;
using OwnedData.Bson;

namespace OwnedData.Mongo;

/// <summary>What a store says to `explain`: what a command read, and through which indexes.</summary>
/// <param name="KeysExamined">Index entries looked at.</param>
/// <param name="DocumentsExamined">Documents looked at.</param>
/// <param name="Returned">Documents given back; by an aggregate on a MongoDB, to its later stages.</param>
/// <param name="Stages">The winning plan's stages, each before those that feed it: LIMIT, FETCH, IXSCAN …</param>
/// <param name="Indexes">The names of the indexes read, each once, in the plan's order; empty for a scan of the collection.</param>
public sealed record ExplainStatistics(
    long KeysExamined, long DocumentsExamined, long Returned, ImmutableArray<string> Stages, ImmutableArray<string> Indexes)
{
    /// <summary>Reads the reply to an explain command with `executionStats`; what it lacks counts as zero or none.</summary>
    public static ExplainStatistics Read(BsonDocument reply) => new ExplainReplyReader().Read(reply);
}
