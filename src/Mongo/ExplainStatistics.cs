using System.Collections.Immutable;
using System.Text;
using OwnedData.Bson;

namespace OwnedData.Mongo;

/// <summary>What a store says to `explain`: what a command read, and through which indexes.</summary>
/// <param name="KeysExamined">Index entries looked at.</param>
/// <param name="DocumentsExamined">Documents looked at.</param>
/// <param name="Returned">Documents given back.</param>
/// <param name="Stages">The winning plan's stages, each before those that feed it: LIMIT, FETCH, IXSCAN …</param>
/// <param name="Indexes">The names of the indexes read, each once, in the plan's order; empty for a scan of the collection.</param>
public sealed record ExplainStatistics(
    long KeysExamined, long DocumentsExamined, long Returned, ImmutableArray<string> Stages, ImmutableArray<string> Indexes)
{
    /// <summary>Reads the reply to an explain command with `executionStats`; what it lacks counts as zero or none.</summary>
    public static ExplainStatistics Read(BsonDocument reply)
    {
        var statistics = PartOf(reply, "executionStats"u8);
        var stages = ImmutableArray.CreateBuilder<string>();
        var indexes = ImmutableArray.CreateBuilder<string>();
        Walk(PartOf(reply, "queryPlanner"u8).Span, stages, indexes);
        return new ExplainStatistics(
            CountOf(statistics, "totalKeysExamined"u8),
            CountOf(statistics, "totalDocsExamined"u8),
            CountOf(statistics, "nReturned"u8),
            stages.ToImmutable(),
            [.. indexes.Distinct()]);
    }

    // A reply is the store's own: its depth is that of the plan, which the store has bounded.
    private static void Walk(ReadOnlySpan<byte> level, ImmutableArray<string>.Builder stages, ImmutableArray<string>.Builder indexes)
    {
        var reader = new BsonReader(level);
        while (reader.Read())
        {
            if (reader.ElementType is BsonType.Document or BsonType.Array)
            {
                if (!reader.NameSpan.SequenceEqual("rejectedPlans"u8) && !reader.NameSpan.SequenceEqual("keyPattern"u8))
                {
                    Walk(reader.ValueSpan, stages, indexes);
                }
            }
            else if (reader.ElementType == BsonType.String)
            {
                var names = reader.NameSpan.SequenceEqual("stage"u8) ? stages : reader.NameSpan.SequenceEqual("indexName"u8) ? indexes : null;
                names?.Add(Encoding.UTF8.GetString(reader.Value.AsString()));
            }
        }
    }

    private static BsonDocument PartOf(BsonDocument reply, ReadOnlySpan<byte> name) =>
        reply.TryGetValue(name, out var part) && part.Type == BsonType.Document ? new BsonDocument(part.Bytes.ToArray()) : BsonDocument.Empty;

    private static long CountOf(BsonDocument statistics, ReadOnlySpan<byte> name) => statistics.TryGetValue(name, out var count) switch
    {
        true when count.Type == BsonType.Int32 => count.AsInt32(),
        true when count.Type == BsonType.Int64 => count.AsInt64(),
        _ => 0,
    };
}
