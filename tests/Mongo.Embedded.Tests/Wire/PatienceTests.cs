namespace OwnedData.Mongo.Embedded.Tests.Wire;

/// <summary>How long the listener waits for a client, by a clock that the tests turn.</summary>
public sealed class PatienceTests
{
    private static readonly TimeSpan s_message = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_greeting = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan s_moment = TimeSpan.FromMilliseconds(1);

    private readonly ManualTime _time = new();

    [Fact]
    public async Task A_message_may_take_a_minute_from_its_first_byte()
    {
        await using var open = new OpenListener(timeProvider: _time);
        using var client = await open.EnterAsync();
        var message = client.Message(WireClient.Body("{ping: 1}"));
        var isBegun = _time.TimerStarts(s_message);

        await client.SendAsync(message[..1]);
        await isBegun;
        _time.Advance(s_message - s_moment);
        await client.SendAsync(message[1..]);

        Assert.Equal("""{"ok": 1.0}""", (await client.ReceiveAsync()).ToString());
    }

    [Fact]
    public async Task A_message_that_takes_longer_ends_its_connection_even_when_it_goes_on_coming()
    {
        await using var open = new OpenListener(timeProvider: _time);
        using var good = await open.EnterAsync();
        using var slow = await open.EnterAsync();
        var message = slow.Message(WireClient.Body("{ping: 1}"));
        var isBegun = _time.TimerStarts(s_message);

        await slow.SendAsync(message[..1]);
        await isBegun;
        _time.Advance(s_message / 2);
        await slow.SendAsync(message[1..20]);
        _time.Advance(s_message / 2);

        Assert.True(await slow.IsEndedAsync());
        Assert.Equal("""{"ok": 1.0}""", await good.RunAsync("{ping: 1}"));
    }

    [Fact]
    public async Task A_client_that_has_logged_in_may_be_silent_for_days()
    {
        await using var open = new OpenListener(timeProvider: _time);
        using var client = await open.EnterAsync();

        _time.Advance(TimeSpan.FromDays(3));

        Assert.Equal("""{"ok": 1.0}""", await client.RunAsync("{ping: 1}"));
    }

    [Fact]
    public async Task A_client_that_has_not_may_be_silent_for_two_minutes()
    {
        await using var open = new OpenListener(timeProvider: _time);
        var isWaitedFor = _time.TimerStarts(s_greeting);
        using var client = await open.ConnectAsync();
        await isWaitedFor;
        _time.Advance(s_greeting - s_moment);
        isWaitedFor = _time.TimerStarts(s_greeting);
        Assert.Equal("""{"ok": 1.0}""", await client.RunAsync("{ping: 1}"));
        await isWaitedFor;

        _time.Advance(s_greeting);

        Assert.True(await client.IsEndedAsync());
    }

    [Fact]
    public async Task A_reply_that_is_not_read_within_a_minute_ends_its_connection()
    {
        await using var open = new OpenListener(timeProvider: _time);
        using var good = await open.EnterAsync();
        using var client = await open.EnterAsync();
        for (var id = 0; id < 15; id++)
        {
            await client.RunAsync($"{{insert: \"a\", documents: [{{_id: {id}, text: \"{new string('x', 1 << 20)}\"}}]}}");
        }

        // More than the sockets' buffers take: the reply has begun when its length is there, and waits for a reader.
        await client.SendAsync(client.Message(WireClient.Body("{find: \"a\"}")));
        var length = new byte[sizeof(int)];
        await client.Stream.ReadExactlyAsync(length);
        _time.Advance(s_message);

        var read = sizeof(int) + await client.ReadToEndAsync();
        Assert.InRange(read, 0, BitConverter.ToInt32(length) - 1);
        Assert.Equal("""{"ok": 1.0}""", await good.RunAsync("{ping: 1}"));
    }
}
