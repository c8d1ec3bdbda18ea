using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Querying;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Commands;

/// <summary>`validate`: compares a collection's indexes with its documents.</summary>
internal sealed class ValidateHandler : IReadHandler
{
    public BsonDocument Run(BsonDocument command, Session session, OperationContext context)
    {
        var reader = CommandReader.OfCommand(command, context, out var name);
        while (reader.Read())
        {
            // It is always full.
            if (reader.Name != "full")
            {
                throw reader.Unknown();
            }
        }

        var collection = session.Catalogue.Find(name)
            ?? throw new StoreException(StoreErrorCode.NamespaceNotFound, $"Collection '{name}' does not exist to validate.");
        var findings = IntegrityCheck.Run(session, [collection]);
        var documents = session.Connection.QueryInt64($"SELECT count(*) FROM c{collection.Id}");
        return Reply.Ok(writer =>
        {
            writer.WriteString("ns"u8, $"{Wire.ClientCommand.OwnDatabase}.{name}");
            writer.WriteInt64("nrecords"u8, documents);
            writer.WriteInt32("nIndexes"u8, collection.Indexes.Length);
            writer.WriteBoolean("valid"u8, findings.Count == 0);
            writer.WriteStartArray("errors"u8);
            findings.ForEach(writer.WriteString);
            writer.WriteEndArray();
        });
    }
}
