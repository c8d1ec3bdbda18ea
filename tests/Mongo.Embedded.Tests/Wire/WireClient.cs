using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using OwnedData.Bson;
using static OwnedData.Mongo.Tests.StoreExtensions;

namespace OwnedData.Mongo.Embedded.Tests.Wire;

/// <summary>The other side of the protocol, byte by byte, so that tests can also say what no driver would.</summary>
internal sealed class WireClient : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly TcpClient _tcp = new();
    private int _lastRequest;

    internal NetworkStream Stream => _tcp.GetStream();

    internal static Task<WireClient> ConnectAsync(int port) => ConnectAsync(IPAddress.Loopback.ToString(), port);

    internal static async Task<WireClient> ConnectAsync(string host, int port)
    {
        var client = new WireClient();
        await client._tcp.ConnectAsync(host, port);
        return client;
    }

    internal async Task<string> RunAsync(string command, string database = "owneddata") => Json(await RunAsync(Parse(command), database));

    internal async Task<BsonDocument> RunAsync(BsonDocument command, string database)
    {
        await SendAsync(Message(Body(command, database)));
        return await ReceiveAsync();
    }

    internal async Task<string> LogInAsync(string password, string user = "owneddata", bool skipEmptyExchange = true)
    {
        const string Nonce = "fyko+d2lbbFgONRv9qkxdawL";
        var options = $"options: {{skipEmptyExchange: {(skipEmptyExchange ? "true" : "false")}}}";
        var challenge = PayloadOf(await SayAsync($"n,,n={user},r={Nonce}", payload => $"{{saslStart: 1, mechanism: \"SCRAM-SHA-256\", payload: {payload}, {options}}}"));
        var parts = challenge.Split(',');
        var salted = Rfc2898DeriveBytes.Pbkdf2(
            Encoding.ASCII.GetBytes(password), Convert.FromBase64String(parts[1][2..]), int.Parse(parts[2][2..]), HashAlgorithmName.SHA256, 32);
        var clientKey = HMACSHA256.HashData(salted, "Client Key"u8);
        var said = Encoding.ASCII.GetBytes($"n={user},r={Nonce},{challenge},c=biws,{parts[0]}");
        var signature = HMACSHA256.HashData(SHA256.HashData(clientKey), said);
        var proof = Convert.ToBase64String([.. clientKey.Zip(signature, (left, right) => (byte)(left ^ right))]);
        var reply = await SayAsync($"c=biws,{parts[0]},p={proof}", payload => $"{{saslContinue: 1, conversationId: 1, payload: {payload}}}");
        if (reply.TryGetValue("ok"u8, out var ok) && ok.AsDouble() > 0)
        {
            Assert.Equal($"v={Convert.ToBase64String(HMACSHA256.HashData(HMACSHA256.HashData(salted, "Server Key"u8), said))}", PayloadOf(reply));
        }

        return Pick(reply, "done", "ok", "code", "codeName");
    }

    internal static byte[] Body(string command, string database = "owneddata") => Body(Parse(command), database);

    /// <summary>A document sequence.</summary>
    internal static byte[] Sequence(string name, params string[] documents)
    {
        byte[] content = [.. Encoding.UTF8.GetBytes(name), 0, .. documents.SelectMany(document => Parse(document).Memory.ToArray())];
        return [1, .. BitConverter.GetBytes(content.Length + sizeof(int)), .. content];
    }

    internal byte[] Message(params byte[][] sections) => Message(flags: 0, sections);

    internal byte[] Message(uint flags, params byte[][] sections) => Frame(2013, [.. BitConverter.GetBytes(flags), .. sections.SelectMany(section => section)]);

    internal byte[] Frame(int code, byte[] content) =>
    [
        .. BitConverter.GetBytes(16 + content.Length), .. BitConverter.GetBytes(++_lastRequest), .. BitConverter.GetBytes(0), .. BitConverter.GetBytes(code), .. content,
    ];

    internal async Task SendAsync(byte[] message) => await Stream.WriteAsync(message);

    /// <summary>The document of the next reply, which must answer the last message.</summary>
    internal async Task<BsonDocument> ReceiveAsync()
    {
        var message = await ReceiveBytesAsync();
        Assert.Equal(_lastRequest, BinaryPrimitives.ReadInt32LittleEndian(message.AsSpan(8)));
        return new BsonDocument(message.AsMemory(BinaryPrimitives.ReadInt32LittleEndian(message.AsSpan(12)) == 1 ? 36 : 21));
    }

    /// <summary>Whether the server has ended this connection.</summary>
    internal async Task<bool> IsEndedAsync()
    {
        using var patience = new CancellationTokenSource(s_patience);
        try
        {
            return await Stream.ReadAsync(new byte[1], patience.Token) == 0;
        }
        catch (IOException)
        {
            return true;
        }
    }

    /// <summary>How many bytes come before the server ends this connection.</summary>
    internal async Task<int> ReadToEndAsync()
    {
        using var patience = new CancellationTokenSource(s_patience);
        var (buffer, total) = (new byte[1 << 16], 0);
        try
        {
            while (await Stream.ReadAsync(buffer, patience.Token) is > 0 and var count)
            {
                total += count;
            }
        }
        catch (IOException)
        {
            // An end all the same.
        }

        return total;
    }

    public void Dispose() => _tcp.Dispose();

    private static byte[] Body(BsonDocument command, string database)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        var reader = new BsonReader(command.Span);
        while (reader.Read())
        {
            writer.WriteValue(reader.NameSpan, reader.Value);
        }

        writer.WriteString("$db"u8, database);
        writer.WriteEndDocument();
        return [0, .. writer.WrittenSpan];
    }

    private async Task<byte[]> ReceiveBytesAsync()
    {
        using var patience = new CancellationTokenSource(s_patience);
        var length = new byte[sizeof(int)];
        await Stream.ReadExactlyAsync(length, patience.Token);
        var message = new byte[BitConverter.ToInt32(length)];
        length.CopyTo(message, 0);
        await Stream.ReadExactlyAsync(message.AsMemory(sizeof(int)), patience.Token);
        return message;
    }

    private async Task<BsonDocument> SayAsync(string text, Func<string, string> command)
    {
        var payload = $"{{\"$binary\": {{\"base64\": \"{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}\", \"subType\": \"00\"}}}}";
        await SendAsync(Message(Body(command(payload), "admin")));
        return await ReceiveAsync();
    }

    private static string PayloadOf(BsonDocument reply) =>
        reply.TryGetValue("payload"u8, out var payload) ? Encoding.ASCII.GetString(payload.AsBinary(out _)) : throw new InvalidOperationException(Json(reply));
}
