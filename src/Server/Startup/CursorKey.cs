using System.Security.Cryptography;
using OwnedData.Bson;
using OwnedData.Execution.Cursors;
using OwnedData.Mongo;
using OwnedData.Mongo.Commands;

namespace OwnedData.Server.Startup;

/// <summary>
/// The key that seals cursors: from the configuration, else made once and kept in the store, so that cursors stay good across restarts
/// and on every server of the same store.
/// </summary>
internal static class CursorKey
{
    private static readonly byte[] s_id = "cursor-key"u8.ToArray();

    public static async Task<byte[]> ReadAsync(IMongoStore store, string? configured, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(configured))
        {
            return Decode(configured);
        }

        if (await FindAsync(store, cancellationToken) is { } kept)
        {
            return kept;
        }

        var key = RandomNumberGenerator.GetBytes(CursorSealer.KeyLength);
        try
        {
            await store.ExecuteAsync(new InsertCommand(ServerCollection.Name) { Documents = [ToDocument(key)] }, cancellationToken);
            return key;
        }
        catch (StoreException exception) when (exception.Code == StoreErrorCode.DuplicateKey)
        {
            // Another server was faster: its key is the key.
            return await FindAsync(store, cancellationToken) ?? throw new StartupException($"The cursor key in {ServerCollection.Name} can't be read.", exception);
        }
    }

    private static byte[] Decode(string configured)
    {
        var key = new byte[CursorSealer.KeyLength];
        return Convert.TryFromBase64String(configured, key, out var length) && length == key.Length
            ? key
            : throw new StartupException($"{ConfigurationKeys.CursorsKey.Name} must be {CursorSealer.KeyLength} bytes in base64, such as: openssl rand -base64 32");
    }

    private static async Task<byte[]?> FindAsync(IMongoStore store, CancellationToken cancellationToken)
    {
        byte[]? key = null;
        await foreach (var batch in store.QueryAsync(new FindCommand(ServerCollection.Name) { Filter = ById(), Limit = 1 }, cancellationToken))
        {
            using (batch)
            {
                var offset = 0;
                if (batch.Count > 0 && batch.Next(ref offset).TryGetValue("value"u8, out var value) && value.Type == BsonType.Binary)
                {
                    key = value.AsBinary(out _).ToArray();
                }
            }
        }

        return key is { Length: CursorSealer.KeyLength } ? key : null;
    }

    private static BsonDocument ById()
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteString("_id"u8, s_id);
        writer.WriteEndDocument();
        return writer.ToDocument();
    }

    private static BsonDocument ToDocument(byte[] key)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteString("_id"u8, s_id);
        writer.WriteBinary("value"u8, key, subtype: 0);
        writer.WriteEndDocument();
        return writer.ToDocument();
    }
}
