using System.Text;
using OwnedData.Mongo.Embedded.Wire;

namespace OwnedData.Mongo.Embedded.Tests.Wire;

/// <summary>What one connection does wrong ends that connection, and nothing else.</summary>
public sealed class WireListenerTests
{
    public static TheoryData<byte[]> Garbage => new(
        [
            Encoding.ASCII.GetBytes("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"),
            new byte[64],
            [.. BitConverter.GetBytes(-1), .. new byte[60]],
            [.. BitConverter.GetBytes(int.MaxValue), .. new byte[60]],
            [.. BitConverter.GetBytes(20), .. new byte[8], .. BitConverter.GetBytes(2013), 0, 0, 0, 0],
            [.. BitConverter.GetBytes(20), .. new byte[8], .. BitConverter.GetBytes(2004), 0, 0, 0, 0],
            [.. BitConverter.GetBytes(26), .. new byte[8], .. BitConverter.GetBytes(2013), 0, 0, 0, 0, 0, 255, 255, 255, 127, 0],
        ]);

    [Theory]
    [MemberData(nameof(Garbage))]
    public async Task Garbage_ends_its_own_connection_only(byte[] garbage)
    {
        await using var open = new OpenListener();
        using var good = await open.EnterAsync();
        using var bad = await open.ConnectAsync();

        await bad.SendAsync(garbage);

        Assert.True(await bad.IsEndedAsync());
        Assert.Equal("""{"ok": 1.0}""", await good.RunAsync("{ping: 1}"));
    }

    [Fact]
    public async Task Before_a_log_in_a_long_message_ends_the_connection()
    {
        await using var open = new OpenListener();
        using var client = await open.ConnectAsync();

        await client.SendAsync([.. BitConverter.GetBytes((64 << 10) + 1), .. new byte[12]]);

        Assert.True(await client.IsEndedAsync());
    }

    [Fact]
    public async Task A_connection_beyond_the_most_is_closed_and_the_others_go_on()
    {
        await using var open = new OpenListener();
        var clients = new List<WireClient>();
        for (var i = 0; i < 100; i++)
        {
            clients.Add(await open.ConnectAsync());
            Assert.Equal("""{"ok": 1.0}""", await clients[i].RunAsync("{ping: 1}"));
        }

        using var surplus = await open.ConnectAsync();
        Assert.True(await surplus.IsEndedAsync());
        Assert.Equal("""{"ok": 1.0}""", await clients[0].RunAsync("{ping: 1}"));
        clients.ForEach(client => client.Dispose());
    }

    [Fact]
    public async Task Bytes_may_trickle_in_and_messages_may_come_together()
    {
        await using var open = new OpenListener();
        using var client = await open.ConnectAsync();
        var first = client.Message(WireClient.Body("{ping: 1}"));

        foreach (var value in first)
        {
            await client.SendAsync([value]);
        }

        Assert.Equal("""{"ok": 1}""", (await client.ReceiveAsync()).ToString().Replace("1.0", "1", StringComparison.Ordinal));
        var unanswered = client.Message(flags: 2, WireClient.Body("{ping: 1}"));
        await client.SendAsync([.. unanswered, .. client.Message(WireClient.Body("{buildInfo: 1}"))]);
        Assert.Contains("\"version\": \"7.0.0\"", (await client.ReceiveAsync()).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_greeting_is_answered_as_of_old_and_other_old_queries_are_refused()
    {
        await using var open = new OpenListener();
        using var client = await open.ConnectAsync();
        byte[] Query(string command) => [0, 0, 0, 0, .. "admin.$cmd\0"u8, 0, 0, 0, 0, 255, 255, 255, 255, .. StoreExtensions.Parse(command).Span];

        await client.SendAsync(client.Frame(2004, Query("{isMaster: 1, helloOk: true}")));
        Assert.StartsWith("""{"helloOk": true, "ismaster": true, "maxBsonObjectSize": 16777216, "maxMessageSizeBytes": 48000000""", (await client.ReceiveAsync()).ToString(), StringComparison.Ordinal);

        await client.SendAsync(client.Frame(2004, Query("{ping: 1}")));
        Assert.Contains("Unsupported OP_QUERY command: ping", (await client.ReceiveAsync()).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closing_ends_connections_and_cursors_before_the_store()
    {
        var open = new OpenListener();
        using var client = await open.EnterAsync();
        await client.RunAsync("{insert: \"a\", documents: [{_id: 1}, {_id: 2}]}");
        await client.RunAsync("{find: \"a\", batchSize: 1}");

        await open.DisposeAsync();

        Assert.True(await client.IsEndedAsync());
    }

    [Fact]
    public async Task A_port_in_use_is_told()
    {
        await using var open = new OpenListener();
        using var folder = new TemporaryFolder();
        using var store = folder.OpenStore();

        var error = Assert.Throws<StoreException>(() => WireListener.Start(store, open.Listener.Port, _ => { }));

        Assert.StartsWith($"The embedded store can't listen on port {open.Listener.Port}", error.Message, StringComparison.Ordinal);
    }
}
