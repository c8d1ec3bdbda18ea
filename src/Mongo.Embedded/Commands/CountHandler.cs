using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Expressions;
using OwnedData.Mongo.Embedded.Planning;
using OwnedData.Mongo.Embedded.Querying;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Commands;

/// <summary>`count`: how many documents match, after `skip` and up to `limit`.</summary>
internal sealed class CountHandler : IReadHandler
{
    public BsonDocument Run(BsonDocument command, Session session, OperationContext context)
    {
        var reader = CommandReader.OfCommand(command, context, out var collection);
        BsonDocument query = default;
        var (skip, limit) = (0L, 0L);
        while (reader.Read())
        {
            switch (reader.Name)
            {
                case "query":
                    query = reader.Document();
                    break;
                case "skip":
                    skip = reader.Count();
                    break;
                case "limit":
                    limit = Math.Abs(reader.Int64());
                    break;
                default:
                    throw reader.Unknown();
            }
        }

        var plan = QueryPlanner.Plan(session.Catalogue.Find(collection), query, sort: default, limit: 0, Scope.Of(context), reader.Settings);
        var matching = Count(plan, session, limit == 0 ? long.MaxValue : skip + limit, context);
        return Reply.Ok(writer => writer.WriteInt32("n"u8, (int)Math.Min(Math.Max(0, matching - skip), int.MaxValue)));
    }

    private static long Count(QueryPlan plan, Session session, long limit, OperationContext context)
    {
        using var source = plan.OpenRecords(session.Connection, context);
        var count = 0L;
        while (count < limit && source.MoveNext())
        {
            count++;
        }

        return count;
    }
}
