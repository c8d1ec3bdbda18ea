using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Querying;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Commands;

/// <summary>`insert`: in order, up to the first document that is refused, and beyond it when `ordered` is false; what was written stays.</summary>
internal sealed class InsertHandler : IWriteHandler
{
    public BsonDocument Run(BsonDocument command, WriteSession session, OperationContext context)
    {
        var reader = CommandReader.OfCommand(command, context, out var collection);
        List<BsonDocument>? documents = null;
        var isOrdered = true;
        while (reader.Read())
        {
            switch (reader.Name)
            {
                case "documents":
                    documents = reader.Documents();
                    break;
                case "ordered":
                    isOrdered = reader.Boolean();
                    break;
                default:
                    throw reader.Unknown();
            }
        }

        session.FindOrCreate(collection);
        var target = new CollectionWriter(session, collection);
        using var writer = new BsonWriter();
        var run = new WriteRun(session, isOrdered);
        var count = 0;
        run.RunAll(documents ?? throw reader.Missing("documents"), (_, document) =>
        {
            context.CountRead();
            StoredDocument.Write(writer, document.Span, context.TimeProvider);
            target.Insert(writer.WrittenSpan);
            count++;
        });
        return WriteReply.Create(count, run.Errors);
    }
}
