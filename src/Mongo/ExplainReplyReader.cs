using System.Text;
using OwnedData.Bson;

namespace OwnedData.Mongo;

/// <summary>
/// Adds up the plans of one explain reply. A find has one, at the top; an aggregate has one for each query that its pipeline begins with, those of `$unionWith` as well;
/// through a mongos each shard has its own.
/// </summary>
internal sealed class ExplainReplyReader
{
    private readonly List<string> _stages = [];
    private readonly List<string> _indexes = [];
    private long _keysExamined;
    private long _documentsExamined;
    private long _returned;

    public ExplainStatistics Read(BsonDocument reply)
    {
        ReadLevel(reply.Span);
        return new ExplainStatistics(_keysExamined, _documentsExamined, _returned, [.. _stages], [.. _indexes.Distinct()]);
    }

    // A reply is the store's own: its depth is that of the plan, which the store has bounded.
    private void ReadLevel(ReadOnlySpan<byte> level)
    {
        var reader = new BsonReader(level);
        while (reader.Read())
        {
            if (reader.ElementType is not (BsonType.Document or BsonType.Array))
            {
                continue;
            }

            switch (Encoding.UTF8.GetString(reader.NameSpan))
            {
                case "queryPlanner":
                    ReadPlan(reader.ValueSpan);
                    break;
                case "executionStats":
                    Count(reader.ValueSpan);
                    break;
                case "$cursor" or "$unionWith":
                    ReadLevel(reader.ValueSpan);
                    break;
                case "stages" or "pipeline" or "shards":
                    ReadMembers(reader.ValueSpan);
                    break;
            }
        }
    }

    private void ReadMembers(ReadOnlySpan<byte> members)
    {
        var reader = new BsonReader(members);
        while (reader.Read())
        {
            if (reader.ElementType == BsonType.Document)
            {
                ReadLevel(reader.ValueSpan);
            }
        }
    }

    private void ReadPlan(ReadOnlySpan<byte> level)
    {
        var reader = new BsonReader(level);
        while (reader.Read())
        {
            if (reader.ElementType is BsonType.Document or BsonType.Array)
            {
                if (!reader.NameSpan.SequenceEqual("rejectedPlans"u8) && !reader.NameSpan.SequenceEqual("keyPattern"u8))
                {
                    ReadPlan(reader.ValueSpan);
                }
            }
            else if (reader.ElementType == BsonType.String)
            {
                var names = reader.NameSpan.SequenceEqual("stage"u8) ? _stages : reader.NameSpan.SequenceEqual("indexName"u8) ? _indexes : null;
                names?.Add(Encoding.UTF8.GetString(reader.Value.AsString()));
            }
        }
    }

    private void Count(ReadOnlySpan<byte> statistics)
    {
        var reader = new BsonReader(statistics);
        while (reader.Read())
        {
            var count = reader.ElementType switch
            {
                BsonType.Int32 => reader.Value.AsInt32(),
                BsonType.Int64 => reader.Value.AsInt64(),
                _ => 0,
            };
            _keysExamined += reader.NameSpan.SequenceEqual("totalKeysExamined"u8) ? count : 0;
            _documentsExamined += reader.NameSpan.SequenceEqual("totalDocsExamined"u8) ? count : 0;
            _returned += reader.NameSpan.SequenceEqual("nReturned"u8) ? count : 0;
        }
    }
}
