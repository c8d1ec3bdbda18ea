using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Commands;

namespace OwnedData.Mongo.Embedded.Wire;

/// <summary>What drivers and shells ask a server about itself.</summary>
internal static class ServerInformation
{
    internal const string Version = "7.0.0";

    /// <summary>The reply; null for a command that is not about the server.</summary>
    internal static BsonDocument? Find(ClientCommand command, ClientSession session, TimeProvider timeProvider) => command.Name switch
    {
        "ping" or "endSessions" or "refreshSessions" or "killSessions" => Reply.Ok(),
        "logout" => Logout(session),
        "buildInfo" or "buildinfo" => Reply.Ok(WriteBuild),
        "whatsmyuri" => Reply.Ok(writer => writer.WriteString("you"u8, $"127.0.0.1:{session.Id}")),
        "hostInfo" => Reply.Ok(writer => HostInformation.Write(writer, timeProvider)),
        "connectionStatus" => Reply.Ok(WriteStatus),
        "getParameter" => Reply.Ok(writer => WriteParameters(writer, command.Document)),
        "getLog" => Reply.Ok(WriteLog),
        _ => null,
    };

    private static BsonDocument Logout(ClientSession session)
    {
        session.IsAuthenticated = false;
        return Reply.Ok();
    }

    private static void WriteBuild(BsonWriter writer)
    {
        writer.WriteString("version"u8, Version);
        writer.WriteString("gitVersion"u8, "owneddata");
        writer.WriteStartArray("modules"u8);
        writer.WriteString("owneddata-embedded");
        writer.WriteEndArray();
        writer.WriteStartArray("versionArray"u8);
        foreach (var part in (ReadOnlySpan<int>)[7, 0, 0, 0])
        {
            writer.WriteInt32(part);
        }

        writer.WriteEndArray();
        writer.WriteInt32("bits"u8, 64);
        writer.WriteBoolean("debug"u8, false);
        writer.WriteInt32("maxBsonObjectSize"u8, StoredDocument.MaximumLength);
    }

    private static void WriteStatus(BsonWriter writer)
    {
        writer.WriteStartDocument("authInfo"u8);
        writer.WriteStartArray("authenticatedUsers"u8);
        writer.WriteStartDocument();
        writer.WriteString("user"u8, ScramUser.Name);
        writer.WriteString("db"u8, "admin");
        writer.WriteEndDocument();
        writer.WriteEndArray();
        writer.WriteStartArray("authenticatedUserRoles"u8);
        writer.WriteStartDocument();
        writer.WriteString("role"u8, "root");
        writer.WriteString("db"u8, "admin");
        writer.WriteEndDocument();
        writer.WriteEndArray();
        writer.WriteStartArray("authenticatedUserPrivileges"u8);
        writer.WriteEndArray();
        writer.WriteEndDocument();
    }

    private static void WriteParameters(BsonWriter writer, BsonDocument command)
    {
        if (!command.TryGetValue("featureCompatibilityVersion"u8, out _))
        {
            throw new StoreException(StoreErrorCode.InvalidOptions, "The embedded store has one parameter: featureCompatibilityVersion");
        }

        writer.WriteStartDocument("featureCompatibilityVersion"u8);
        writer.WriteString("version"u8, Version[..Version.LastIndexOf('.')]);
        writer.WriteEndDocument();
    }

    // A shell shows these lines when it connects.
    private static void WriteLog(BsonWriter writer)
    {
        writer.WriteInt32("totalLinesWritten"u8, 0);
        writer.WriteStartArray("log"u8);
        writer.WriteEndArray();
    }
}
