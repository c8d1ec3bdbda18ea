using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Querying;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Commands;

/// <summary>`insert`: in order, up to the first document that is refused; those before it stay.</summary>
internal sealed class InsertHandler : IWriteHandler
{
    public BsonDocument Run(BsonDocument command, WriteSession session, OperationContext context)
    {
        var reader = CommandReader.OfCommand(command, context, out var collection);
        List<BsonDocument>? documents = null;
        while (reader.Read())
        {
            documents = reader.Name == "documents" ? reader.Documents() : throw reader.Unknown();
        }

        session.FindOrCreate(collection);
        var target = new CollectionWriter(session, collection);
        using var writer = new BsonWriter();
        var count = 0;
        foreach (var document in documents ?? throw reader.Missing("documents"))
        {
            context.CountRead();
            try
            {
                StoredDocument.Write(writer, document.Span, context.TimeProvider);
                target.Insert(writer.WrittenSpan);
            }
            catch (StoreException error) when (session.CanKeepAfter(error))
            {
                return WriteReply.Create(count, count, error);
            }

            count++;
        }

        return WriteReply.Create(count);
    }
}
