using OwnedData.Mongo.Commands;
using static OwnedData.Mongo.Tests.StoreExtensions;

namespace OwnedData.Mongo.Native.Tests.Faults;

/// <summary>One thing that goes wrong between driver and server: its code at the caller, what the data say, and that the next command is served.</summary>
public sealed class FaultTests : IAsyncLifetime, IAsyncDisposable
{
    private const StoreErrorCode NotWritablePrimary = (StoreErrorCode)10107;
    private const string Mark = "this goes wrong";

    // More than twice what the URI's time limits allow one command that is sent again.
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(30);

    private readonly FaultyServer _server = new();

    [DriverTheory]
    [InlineData(Fault.ResetBeforeRequest, null)]
    [InlineData(Fault.ResetInReply, null)]
    [InlineData(Fault.Stall, null)]
    [InlineData(Fault.Trickle, null)]
    [InlineData(Fault.SlowTrickle, null)]
    [InlineData(Fault.Garbage, null)]
    [InlineData(Fault.LengthBelowHeader, null)]
    [InlineData(Fault.LengthBeyondLimit, null)]
    [InlineData(Fault.NotWritablePrimary, null)]
    public async Task A_read_is_answered_in_bounded_time_and_so_is_the_next(Fault fault, StoreErrorCode? expected)
    {
        await _server.Store.InsertAsync("notes", "{_id: 1}");
        _server.Proxy.Plan(fault, Mark);

        var actual = await OutcomeAsync(async () => Assert.Equal(["""{"_id": 1}"""], await _server.Store.FindAsync("notes", $$$"""{other: {$ne: "{{{Mark}}}"}}""")));

        Assert.Equal((expected, 1), (actual, _server.Proxy.Faults));
        Assert.Equal(["""{"_id": 1}"""], await _server.Store.FindAsync("notes"));
    }

    [DriverTheory]
    [InlineData(Fault.ResetBeforeRequest, StoreErrorCode.HostUnreachable, false)]
    [InlineData(Fault.ResetInReply, StoreErrorCode.HostUnreachable, true)]
    [InlineData(Fault.Stall, StoreErrorCode.HostUnreachable, true)]
    [InlineData(Fault.Trickle, null, true)]
    [InlineData(Fault.SlowTrickle, StoreErrorCode.HostUnreachable, true)]
    [InlineData(Fault.Garbage, StoreErrorCode.ProtocolError, true)]
    [InlineData(Fault.LengthBelowHeader, StoreErrorCode.ProtocolError, true)]
    [InlineData(Fault.LengthBeyondLimit, StoreErrorCode.ProtocolError, true)]
    [InlineData(Fault.NotWritablePrimary, NotWritablePrimary, false)]
    public async Task A_write_is_done_at_most_once_and_the_next_one_is_served(Fault fault, StoreErrorCode? expected, bool isDone)
    {
        await _server.Store.InsertAsync("counters", "{_id: 1, value: 0}");

        _server.Proxy.Plan(fault, Mark);
        var increment = await OutcomeAsync(() => _server.Store.RunAsync(Increment(Mark)));
        await _server.Store.RunAsync(Increment(""));
        _server.Proxy.Plan(fault, Mark);
        var insert = await OutcomeAsync(() => _server.Store.InsertAsync("notes", $$"""{_id: 1, text: "{{Mark}}"}"""));
        await _server.Store.InsertAsync("notes", "{_id: 2}");

        Assert.Equal((expected, expected, 2), (increment, insert, _server.Proxy.Faults));
        Assert.Equal([$$"""{"value": {{(isDone ? 2 : 1)}}}"""], await _server.Truth.FindAsync("counters", projection: "{value: 1, _id: 0}"));
        Assert.Equal(isDone ? 2 : 1, (await _server.Truth.FindAsync("notes")).Count);
    }

    [DriverTheory]
    [InlineData(Fault.CursorNotFound, StoreErrorCode.CursorNotFound)]
    [InlineData(Fault.ResetBeforeRequest, StoreErrorCode.HostUnreachable)]
    [InlineData(Fault.ResetInReply, StoreErrorCode.HostUnreachable)]
    [InlineData(Fault.Garbage, StoreErrorCode.ProtocolError)]
    public async Task A_query_whose_cursor_is_lost_ends_with_an_error_and_not_as_if_that_were_all(Fault fault, StoreErrorCode expected)
    {
        await _server.Store.InsertAsync("notes", [.. Enumerable.Range(0, 300).Select(id => $"{{_id: {id}}}")]);
        _server.Proxy.Plan(fault, "getMore");

        var actual = await OutcomeAsync(() => _server.Store.FindAsync("notes"));

        Assert.Equal((expected, 1), (actual, _server.Proxy.Faults));
        Assert.Equal(300, (await _server.Store.FindAsync("notes")).Count);
    }

    [DriverTheory(1, 25, "ends the process at a reply whose document is cut short")]
    [InlineData(Fault.GarbageAfterHeader)]
    [InlineData(Fault.LengthTruncated)]
    public async Task A_reply_whose_document_is_cut_short_is_an_error_and_the_next_command_is_served(Fault fault)
    {
        await _server.Store.InsertAsync("counters", "{_id: 1, value: 0}");
        _server.Proxy.Plan(fault, Mark);

        var actual = await OutcomeAsync(() => _server.Store.RunAsync(Increment(Mark)));

        Assert.True(actual is StoreErrorCode.HostUnreachable or StoreErrorCode.ProtocolError, $"{actual}");
        Assert.Equal(["""{"value": 1}"""], await _server.Store.FindAsync("counters", projection: "{value: 1, _id: 0}"));
    }

    [DriverFact]
    public async Task Connections_that_are_refused_are_an_error_for_each_command_and_are_taken_again()
    {
        await using var server = new FaultyServer(serverSelectionTimeoutMilliseconds: 2000);
        await server.Store.InsertAsync("counters", "{_id: 1, value: 0}");

        server.Proxy.Refuse();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => OutcomeAsync(() => server.Store.RunAsync(Increment("")))));
        server.Proxy.Accept();

        Assert.All(outcomes, code => Assert.Contains(code, new StoreErrorCode?[] { StoreErrorCode.HostUnreachable, StoreErrorCode.FailedToSatisfyReadPreference }));
        Assert.Equal(["""{"_id": 1, "value": 0}"""], await server.Store.FindAsync("counters"));
    }

    [DriverFact]
    public async Task A_server_that_is_started_anew_has_what_it_acknowledged_and_serves_every_connection_of_the_pool()
    {
        await _server.Store.InsertAsync("counters", "{_id: 1, value: 0}");
        var before = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => OutcomeAsync(() => _server.Store.RunAsync(Increment("")))));

        await _server.RestartAsync();

        // Each connection of the pool finds out for itself that it is broken; reads are sent again.
        var reads = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => OutcomeAsync(() => _server.Store.FindAsync("counters"))));
        var after = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => OutcomeAsync(() => _server.Store.RunAsync(Increment("")))));
        var value = 16 + after.Count(code => code is null);

        Assert.All(before.Concat(reads), Assert.Null);
        Assert.All(after, code => Assert.True(code is null or StoreErrorCode.HostUnreachable, $"{code}"));
        Assert.Equal([$$"""{"value": {{value}}}"""], await _server.Truth.FindAsync("counters", projection: "{value: 1, _id: 0}"));
        Assert.Null(await OutcomeAsync(() => _server.Store.RunAsync(Increment(""))));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    // The only end that xunit calls.
    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    private static FindAndModifyCommand Increment(string text) =>
        new("counters") { Filter = Parse("{_id: 1}"), Update = Parse($$$"""{$inc: {value: 1}, $set: {text: "{{{text}}}"}}""") };

    // Null for success. Anything but an answer or the store's own exception fails the test, and so does taking too long.
    private static async Task<StoreErrorCode?> OutcomeAsync(Func<Task> command)
    {
        try
        {
            await command().WaitAsync(s_bound);
            return null;
        }
        catch (StoreException exception)
        {
            return exception.Code;
        }
    }
}
