using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Commands;

namespace OwnedData.Mongo.Embedded.Wire;

/// <summary>`saslStart` and `saslContinue`: what makes a client known. Any failure ends the log-in, not the connection.</summary>
internal static class Authentication
{
    internal const string Mechanism = "SCRAM-SHA-256";

    private const int ConversationId = 1;

    internal static BsonDocument Start(BsonDocument command, ClientSession session, ScramUser user)
    {
        session.IsAuthenticated = false;
        session.Conversation = null;
        var reader = CommandReader.OfPart(command, "saslStart");
        var (mechanism, payload, skipsEmptyExchange) = ("", Array.Empty<byte>(), false);
        while (reader.Read())
        {
            switch (reader.Name)
            {
                case "mechanism":
                    mechanism = reader.String();
                    break;
                case "payload":
                    payload = PayloadOf(reader.Value);
                    break;
                case "options":
                    skipsEmptyExchange = reader.Document().TryGetValue("skipEmptyExchange"u8, out var skip) && skip.Type == BsonType.Boolean && skip.AsBoolean();
                    break;
                case "saslStart" or "autoAuthorize" or "db":
                    break;
                default:
                    throw reader.Unknown();
            }
        }

        if (mechanism != Mechanism)
        {
            throw new StoreException(StoreErrorCode.MechanismUnavailable, $"Received authentication for mechanism {mechanism} which is not enabled");
        }

        session.Conversation = ScramConversation.Start(payload, user, skipsEmptyExchange);
        return Reply(session.Conversation.Challenge, isDone: false);
    }

    internal static BsonDocument Continue(BsonDocument command, ClientSession session)
    {
        var conversation = session.Conversation ?? throw new StoreException(StoreErrorCode.ProtocolError, "No SASL session state found");
        session.Conversation = null;
        if (!command.TryGetValue("payload"u8, out var value))
        {
            throw ScramConversation.Failed();
        }

        if (conversation.IsProven)
        {
            session.IsAuthenticated = true;
            return Reply("", isDone: true);
        }

        var proof = conversation.Prove(PayloadOf(value));
        session.IsAuthenticated = conversation.SkipsEmptyExchange;
        session.Conversation = conversation.SkipsEmptyExchange ? null : conversation;
        return Reply(proof, conversation.SkipsEmptyExchange);
    }

    private static byte[] PayloadOf(BsonValue value) => value.Type == BsonType.String ? value.AsString().ToArray() : value.AsBinary(out _).ToArray();

    private static BsonDocument Reply(string payload, bool isDone)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteInt32("conversationId"u8, ConversationId);
        writer.WriteBoolean("done"u8, isDone);
        writer.WriteBinary("payload"u8, Encoding.ASCII.GetBytes(payload), subtype: 0);
        writer.WriteDouble("ok"u8, 1);
        writer.WriteEndDocument();
        return writer.ToDocument();
    }
}
