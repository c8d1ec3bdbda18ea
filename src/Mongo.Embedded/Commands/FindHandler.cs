using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Expressions;
using OwnedData.Mongo.Embedded.Planning;
using OwnedData.Mongo.Embedded.Projecting;
using OwnedData.Mongo.Embedded.Querying;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Commands;

/// <summary>`find` with filter, sort, projection, skip and limit.</summary>
internal sealed class FindHandler : IQueryHandler, IPlannedHandler
{
    public QueryPlan Plan(BsonDocument command, Session session, OperationContext context)
    {
        var reader = CommandReader.OfCommand(command, context, out var collection);
        BsonDocument filter = default;
        BsonDocument sort = default;
        BsonDocument projection = default;
        BsonDocument let = default;
        var (skip, limit) = (0L, 0L);
        while (reader.Read())
        {
            switch (reader.Name)
            {
                case "filter":
                    filter = reader.Document();
                    break;
                case "sort":
                    sort = reader.Document();
                    break;
                case "projection":
                    projection = reader.Document();
                    break;
                case "skip":
                    skip = reader.Count();
                    break;
                case "limit":
                    limit = reader.Count();
                    break;
                case "let":
                    let = reader.Document();
                    break;
                default:
                    throw reader.Unknown();
            }
        }

        return QueryPlanner.Plan(session.Catalogue.Find(collection), filter, sort, limit == 0 ? 0 : SkippedSource.Add(skip, limit), Scope.Of(context).WithValues(let), reader.Settings) with
        {
            Projection = projection.IsEmpty ? null : Projection.Parse(projection),
            LaterStages = skip == 0 ? [] : [LaterStage.Of(source => new SkippedSource(source, skip))],
        };
    }

    public DocumentSource Open(BsonDocument command, Session session, OperationContext context) =>
        Plan(command, session, context).Open(session.Connection, context);
}
