using System.Collections.Frozen;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Planning;
using OwnedData.Mongo.Embedded.Querying;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Commands;

/// <summary>`explain` of a find, an aggregate or a findAndModify: shows the plan and, when asked, runs it, changing nothing, and says what it read.</summary>
internal sealed class ExplainHandler(FrozenDictionary<string, IPlannedHandler> handlers) : IReadHandler
{
    public BsonDocument Run(BsonDocument command, Session session, OperationContext context)
    {
        var explained = Parse(command, context, out var isRun);
        if (handlers.GetValueOrDefault(CommandReader.NameOf(explained)) is not { } handler)
        {
            throw new StoreException(StoreErrorCode.CommandNotFound, $"Explain failed due to unknown command: {CommandReader.NameOf(explained)}");
        }

        var plan = handler.Plan(explained, session, context);
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteStartDocument("queryPlanner"u8);
        writer.WriteName("winningPlan"u8);
        PlanDescription.Write(writer, plan);
        writer.WriteStartArray("rejectedPlans"u8);
        writer.WriteEndArray();
        writer.WriteEndDocument();
        if (isRun)
        {
            WriteStatistics(writer, Count(plan, session, context), context);
        }

        writer.WriteDouble("ok"u8, 1);
        writer.WriteEndDocument();
        return writer.ToDocument();
    }

    private static void WriteStatistics(BsonWriter writer, long returned, OperationContext context)
    {
        writer.WriteStartDocument("executionStats"u8);
        writer.WriteBoolean("executionSuccess"u8, true);
        writer.WriteInt64("nReturned"u8, returned);
        writer.WriteInt64("totalKeysExamined"u8, context.KeysExamined);
        writer.WriteInt64("totalDocsExamined"u8, context.DocumentsExamined);
        writer.WriteEndDocument();
    }

    private static BsonDocument Parse(BsonDocument command, OperationContext context, out bool isRun)
    {
        isRun = true;
        var reader = CommandReader.OfExplain(command, context);
        BsonDocument? explained = null;
        while (reader.Read())
        {
            switch (reader.Name)
            {
                case "explain":
                    explained = reader.Document();
                    break;
                case "verbosity":
                    isRun = IsRun(reader.String());
                    break;
                default:
                    throw reader.Unknown();
            }
        }

        return explained ?? throw reader.Missing("explain");
    }

    private static bool IsRun(string verbosity) => verbosity switch
    {
        "queryPlanner" => false,
        "executionStats" or "allPlansExecution" => true,
        _ => throw new StoreException(StoreErrorCode.FailedToParse, $"verbosity string must be one of {{'queryPlanner', 'executionStats', 'allPlansExecution'}}, not '{verbosity}'"),
    };

    private static long Count(QueryPlan plan, Session session, OperationContext context)
    {
        using var source = plan.Open(session.Connection, context);
        var count = 0L;
        while (source.MoveNext())
        {
            count++;
        }

        return count;
    }
}
