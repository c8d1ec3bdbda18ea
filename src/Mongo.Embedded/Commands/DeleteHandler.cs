using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Expressions;
using OwnedData.Mongo.Embedded.Querying;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Commands;

/// <summary>`delete`: the first match of each statement, or all.</summary>
internal sealed class DeleteHandler : IWriteHandler
{
    public BsonDocument Run(BsonDocument command, WriteSession session, OperationContext context)
    {
        var reader = CommandReader.OfCommand(command, context, out var collection);
        List<BsonDocument>? statements = null;
        var scope = Scope.Of(context);
        var isOrdered = true;
        while (reader.Read())
        {
            switch (reader.Name)
            {
                case "deletes":
                    statements = reader.Documents();
                    break;
                case "let":
                    scope = scope.WithValues(reader.Document());
                    break;
                case "ordered":
                    isOrdered = reader.Boolean();
                    break;
                default:
                    throw reader.Unknown();
            }
        }

        using var changer = new DocumentChanger(session, collection, context, scope);
        var run = new WriteRun(session, isOrdered);
        run.RunAll(statements ?? throw reader.Missing("deletes"), (_, statement) => RunStatement(statement, changer));
        return WriteReply.Create(changer.Deleted, run.Errors);
    }

    private static void RunStatement(BsonDocument statement, DocumentChanger changer)
    {
        var reader = CommandReader.OfPart(statement, "delete.deletes");
        BsonDocument filter = default;
        long? limit = null;
        while (reader.Read())
        {
            switch (reader.Name)
            {
                case "q":
                    filter = reader.Document();
                    break;
                case "limit":
                    limit = reader.Count();
                    break;
                default:
                    throw reader.Unknown();
            }
        }

        changer.Delete(filter, limit switch
        {
            0 or 1 => limit.Value,
            null => throw reader.Missing("limit"),
            _ => throw new StoreException(StoreErrorCode.FailedToParse, $"The limit field in delete objects must be 0 or 1. Got {limit}"),
        }, reader.Settings);
    }
}
