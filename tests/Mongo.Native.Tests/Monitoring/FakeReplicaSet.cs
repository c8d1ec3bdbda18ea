using System.Net;
using System.Net.Sockets;
using OwnedData.Bson;
using OwnedData.Mongo.Native.Tests.Faults;

namespace OwnedData.Mongo.Native.Tests.Monitoring;

/// <summary>Two members of a replica set, as far as greetings go: who asks is told which is the primary, and every other command is refused.</summary>
internal sealed class FakeReplicaSet : IDisposable
{
    private static readonly BsonDocument s_refusal = StoreExtensions.Parse("""{ok: 0, errmsg: "no such command", code: 59, codeName: "CommandNotFound"}""");

    private readonly CancellationTokenSource _stop = new();
    private readonly TcpListener[] _listeners = [new(IPAddress.Loopback, 0), new(IPAddress.Loopback, 0)];
    private volatile int _primary;

    public FakeReplicaSet()
    {
        for (var member = 0; member < _listeners.Length; member++)
        {
            _listeners[member].Start();
            _ = AcceptAsync(member);
        }
    }

    public string First => AddressOf(0);

    public string Second => AddressOf(1);

    /// <summary>The second member wins an election.</summary>
    public void Elect() => _primary = 1;

    public void Dispose()
    {
        _stop.Cancel();
        foreach (var listener in _listeners)
        {
            listener.Dispose();
        }

        _stop.Dispose();
    }

    private string AddressOf(int member) => $"127.0.0.1:{((IPEndPoint)_listeners[member].LocalEndpoint).Port}";

    private async Task AcceptAsync(int member)
    {
        while (!_stop.IsCancellationRequested)
        {
            _ = ServeAsync(await _listeners[member].AcceptSocketAsync(_stop.Token), member);
        }
    }

    private async Task ServeAsync(Socket client, int member)
    {
        await using var stream = new NetworkStream(client, ownsSocket: true);
        while (await WireMessage.ReadAsync(stream, _stop.Token) is { } request)
        {
            var isGreeting = request.AsSpan().IndexOf("hello\0"u8) >= 0 || request.AsSpan().IndexOf("isMaster\0"u8) >= 0;
            await stream.WriteAsync(WireMessage.Reply(request, isGreeting ? Greet(member) : s_refusal), _stop.Token);
        }
    }

    private BsonDocument Greet(int member) => StoreExtensions.Parse($$"""
        {ok: 1, helloOk: true, ismaster: {{(member == _primary ? "true" : "false")}}, isWritablePrimary: {{(member == _primary ? "true" : "false")}},
        secondary: {{(member == _primary ? "false" : "true")}}, setName: "rs", hosts: ["{{First}}", "{{Second}}"], me: "{{AddressOf(member)}}", setVersion: 1,
        electionId: {"$oid": "7fffffff000000000000000{{_primary}}"}, minWireVersion: 0, maxWireVersion: 21, maxBsonObjectSize: 16777216,
        maxMessageSizeBytes: 48000000, maxWriteBatchSize: 100000, logicalSessionTimeoutMinutes: 30}
        """);
}
