using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Expressions;
using OwnedData.Mongo.Embedded.Planning;
using OwnedData.Mongo.Embedded.Querying;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Commands;

/// <summary>`aggregate`: what its pipeline begins with is planned like a find, the other stages run one after the other.</summary>
internal sealed class AggregateHandler : IQueryHandler, IPlannedHandler
{
    public QueryPlan Plan(BsonDocument command, Session session, OperationContext context)
    {
        var reader = CommandReader.OfCommand(command, context, out var collection);
        List<BsonDocument>? pipeline = null;
        BsonDocument let = default;
        while (reader.Read())
        {
            switch (reader.Name)
            {
                case "pipeline":
                    pipeline = reader.Documents();
                    break;
                case "let":
                    let = reader.Document();
                    break;
                case "cursor":
                    CheckCursor(reader.Document());
                    break;
                default:
                    throw reader.Unknown();
            }
        }

        return new PipelineParser(session.Catalogue, Scope.Of(context).WithValues(let)).Plan(collection, pipeline ?? throw reader.Missing("pipeline"), reader.Settings);
    }

    public DocumentSource Open(BsonDocument command, Session session, OperationContext context) =>
        Plan(command, session, context).Open(session.Connection, context);

    private static void CheckCursor(BsonDocument cursor)
    {
        var reader = CommandReader.OfPart(cursor, "aggregate.cursor");
        if (reader.Read())
        {
            throw reader.Unknown();
        }
    }
}
