using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Expressions;
using OwnedData.Mongo.Embedded.Querying;
using OwnedData.Mongo.Embedded.Storage;
using OwnedData.Mongo.Embedded.Updating;

namespace OwnedData.Mongo.Embedded.Commands;

/// <summary>`update`: its statements in order, up to the first document that is refused, and beyond it when `ordered` is false; what was changed stays.</summary>
internal sealed class UpdateHandler : IWriteHandler
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
                case "updates":
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

        var options = new UpdateOptions(context.TimeProvider) { Scope = scope };
        using var changer = new DocumentChanger(session, collection, context, scope);
        var upserted = new List<(int Statement, BsonDocument Document)>();
        var run = new WriteRun(session, isOrdered);
        run.RunAll((statements ?? throw reader.Missing("updates")).ConvertAll(statement => UpdateStatement.Parse(statement, options)), (index, statement) =>
        {
            if (changer.Update(statement) is { } document)
            {
                upserted.Add((index, document));
            }
        });
        return WriteReply.Create(changer.Matched + upserted.Count, run.Errors, writer =>
        {
            writer.WriteInt32("nModified"u8, changer.Modified);
            WriteUpserted(writer, upserted);
        });
    }

    private static void WriteUpserted(BsonWriter writer, List<(int Statement, BsonDocument Document)> upserted)
    {
        if (upserted.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("upserted"u8);
        foreach (var (statement, document) in upserted)
        {
            document.TryGetValue("_id"u8, out var id);
            writer.WriteStartDocument();
            writer.WriteInt32("index"u8, statement);
            writer.WriteValue("_id"u8, id);
            writer.WriteEndDocument();
        }

        writer.WriteEndArray();
    }
}
