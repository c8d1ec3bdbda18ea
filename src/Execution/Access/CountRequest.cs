using OwnedData.Bson;
using OwnedData.Mongo;
using OwnedData.Mongo.Commands;

namespace OwnedData.Execution.Access;

/// <summary>How many documents of a collection match a client's filter: an aggregate of `$match` and `$count`.</summary>
internal sealed record CountRequest(string Collection, BsonDocument Filter, TimeSpan? MaxTime)
{
    /// <summary>The command with the restricted filter as its first stage.</summary>
    public AggregateCommand ToCommand(BsonDocument restrictedFilter)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteDocument("$match"u8, restrictedFilter);
        writer.WriteEndDocument();
        return new AggregateCommand(Collection) { Pipeline = [writer.ToDocument(), CountStage], MaxTime = MaxTime };
    }

    /// <summary>The number in the only document of the answer.</summary>
    public static long ReadCount(DocumentBatch batch)
    {
        var offset = 0;
        batch.Next(ref offset).TryGetValue("count"u8, out var count);
        return count.Type == BsonType.Int64 ? count.AsInt64() : count.AsInt32();
    }

    private static BsonDocument CountStage { get; } = BsonDocument.Parse("""{ "$count": "count" }""");
}
