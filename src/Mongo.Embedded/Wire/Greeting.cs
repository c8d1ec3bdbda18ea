using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Commands;

namespace OwnedData.Mongo.Embedded.Wire;

/// <summary>`hello` and its old names: a standalone server of MongoDB 7.0's wire version. It may carry the first step of a log-in.</summary>
internal static class Greeting
{
    private const int MaximumWireVersion = 21;
    private const int MaximumWriteBatch = 100_000;
    private const int SessionMinutes = 30;

    internal static BsonDocument Reply(ClientCommand command, ClientSession session, ScramUser user, TimeProvider timeProvider)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteBoolean("helloOk"u8, true);
        writer.WriteBoolean(command.Name == "hello" ? "isWritablePrimary"u8 : "ismaster"u8, true);
        writer.WriteInt32("maxBsonObjectSize"u8, StoredDocument.MaximumLength);
        writer.WriteInt32("maxMessageSizeBytes"u8, ClientMessage.MaximumLength);
        writer.WriteInt32("maxWriteBatchSize"u8, MaximumWriteBatch);
        writer.WriteDateTime("localTime"u8, timeProvider.GetUtcNow().ToUnixTimeMilliseconds());
        writer.WriteInt32("logicalSessionTimeoutMinutes"u8, SessionMinutes);
        writer.WriteInt32("connectionId"u8, session.Id);
        writer.WriteInt32("minWireVersion"u8, 0);
        writer.WriteInt32("maxWireVersion"u8, MaximumWireVersion);
        writer.WriteBoolean("readOnly"u8, false);
        WriteLogin(writer, command.Document, session, user);
        writer.WriteDouble("ok"u8, 1);
        writer.WriteEndDocument();
        return writer.ToDocument();
    }

    private static void WriteLogin(BsonWriter writer, BsonDocument command, ClientSession session, ScramUser user)
    {
        if (command.TryGetValue("saslSupportedMechs"u8, out _))
        {
            // The same for every name, so that none can be found out.
            writer.WriteStartArray("saslSupportedMechs"u8);
            writer.WriteString(Authentication.Mechanism);
            writer.WriteEndArray();
        }

        if (command.TryGetValue("speculativeAuthenticate"u8, out var first) && first.Type == BsonType.Document)
        {
            try
            {
                writer.WriteDocument("speculativeAuthenticate"u8, Authentication.Start(new BsonDocument(first.Bytes.ToArray()), session, user));
            }
            catch (StoreException)
            {
                // The client then begins anew, and is told what is wrong.
            }
        }
    }
}
