namespace OwnedData.Mongo.Native.Tests.Faults;

/// <summary>Many callers at once while one thing after another goes wrong.</summary>
public sealed class MixedLoadTests : IAsyncLifetime, IAsyncDisposable
{
    private const int Callers = 4;
    private const int Rounds = 40;

    // Those that cost no waiting.
    private static readonly Fault[] s_faults = [Fault.ResetBeforeRequest, Fault.ResetInReply, Fault.Trickle, Fault.Garbage, Fault.LengthBeyondLimit, Fault.NotWritablePrimary];

    private readonly FaultyServer _server = new(Callers);

    [DriverFact]
    public async Task Nothing_acknowledged_is_lost_and_nothing_is_done_twice_whatever_goes_wrong()
    {
        await MixedLoad.PrepareAsync(_server.Truth);
        var callers = Enumerable.Range(0, Callers).Select(number => new MixedLoad(_server.Store, number)).ToList();

        await Task.WhenAll(callers.Select(RunAsync));

        await Task.WhenAll(callers.Select(caller => caller.CheckAsync(_server.Truth)));
        Assert.Equal(Callers * Rounds / 2, _server.Proxy.Faults);
        Assert.Contains(callers, caller => caller.Failed.ContainsKey(StoreErrorCode.HostUnreachable));

        // Every connection is good again.
        var failures = callers.Sum(caller => caller.Failed.Values.Sum());
        await Task.WhenAll(callers.Select(caller => caller.RunRoundAsync()));
        Assert.Equal(failures, callers.Sum(caller => caller.Failed.Values.Sum()));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    // The only end that xunit calls.
    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    private async Task RunAsync(MixedLoad caller)
    {
        for (var round = 0; round < Rounds; round++)
        {
            if (round % 2 == 0)
            {
                _server.Proxy.Plan(s_faults[round / 2 % s_faults.Length], caller.NextMark);
            }

            await caller.RunRoundAsync();
        }
    }
}
