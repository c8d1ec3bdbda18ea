using System.Diagnostics;
using Xunit.Abstractions;

namespace OwnedData.Mongo.Native.Tests.Faults;

/// <summary>
/// Mixed load with a fault a second for some minutes, driver, proxy and server in this process, whose memory, handles and threads are written down each minute:
/// `OWNEDDATA_SOAK_MINUTES=30 dotnet test tests/Mongo.Native.Tests --filter SoakTests --logger "console;verbosity=detailed"`.
/// </summary>
public sealed class SoakTests(ITestOutputHelper output) : IAsyncLifetime, IAsyncDisposable
{
    private const int Callers = 4;
    private const int SecondsAMinute = 60;

    // What comes and goes: the connections of the moment, caches. Half an hour has 1500 faults and 400,000 commands: a hundred bytes a command would be 40 MB.
    private const int SpareThreads = 8;
    private const int SpareHandles = 20;
    private const long SpareBytes = 4_000_000;

    private const string AnyRequest = "";
    private const string AnyCommand = "caller ";

    // libmongoc 1.23 ends the process at some replies to its own question of health that are no messages, so those befall commands alone.
    private static readonly (Fault Fault, string Text)[] s_faults =
    [
        (Fault.ResetBeforeRequest, AnyRequest), (Fault.ResetInReply, AnyRequest), (Fault.Stall, AnyRequest), (Fault.Trickle, AnyRequest), (Fault.Garbage, AnyCommand),
        (Fault.SlowTrickle, AnyRequest), (Fault.LengthBelowHeader, AnyCommand), (Fault.LengthBeyondLimit, AnyCommand), (Fault.NotWritablePrimary, AnyRequest),
        (Fault.CursorNotFound, "getMore"),
    ];

    private readonly FaultyServer _server = new(Callers, serverSelectionTimeoutMilliseconds: 2000);
    private readonly List<ProcessUsage> _usages = [];
    private readonly Stopwatch _elapsed = Stopwatch.StartNew();

    [SoakFact]
    public async Task Memory_handles_and_threads_do_not_grow_under_a_fault_a_second()
    {
        await MixedLoad.PrepareAsync(_server.Truth);
        var callers = Enumerable.Range(0, Callers).Select(number => new MixedLoad(_server.Store, number)).ToList();
        await RunMinuteAsync(callers, isFaulty: false, seconds: 5);
        for (var minute = 0; minute < SoakFactAttribute.Minutes; minute++)
        {
            await RunMinuteAsync(callers, isFaulty: true, SecondsAMinute);
        }

        // The first faulty minute has warmed up what there is to warm up.
        var (warm, end) = (_usages[Math.Min(1, _usages.Count - 1)], _usages[^1]);
        Assert.InRange(end.Threads, 0, warm.Threads + SpareThreads);
        Assert.InRange(end.Handles, 0, warm.Handles + SpareHandles);
        Assert.InRange(end.Managed, 0, warm.Managed + SpareBytes);
        Assert.InRange(end.Native, 0, warm.Native + SpareBytes);
        Assert.True(_server.Proxy.Faults > SoakFactAttribute.Minutes * SecondsAMinute / 2, "Fewer faults than every other second");
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    // The only end that xunit calls.
    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    private async Task RunMinuteAsync(List<MixedLoad> callers, bool isFaulty, int seconds)
    {
        using var end = new CancellationTokenSource();
        var running = Task.WhenAll(callers.Select(caller => RunAsync(caller, end.Token)));
        using var second = new PeriodicTimer(TimeSpan.FromSeconds(1));
        for (var count = 0; count < seconds && !running.IsCompleted && await second.WaitForNextTickAsync(); count++)
        {
            if (isFaulty)
            {
                await DisturbAsync(count);
            }
        }

        await end.CancelAsync();
        await running;
        await Task.WhenAll(callers.Select(caller => caller.CheckAsync(_server.Truth)));
        WriteDown(callers);
    }

    // Each second the next kind of fault, where it says any request for a log-in or the driver's own question of health as well.
    private async Task DisturbAsync(int second)
    {
        switch (second % (s_faults.Length + 2))
        {
            case 0:
                _server.Proxy.Refuse();
                _server.Proxy.Accept();
                break;
            case 1:
                await _server.RestartAsync();
                break;
            case var next:
                _server.Proxy.Plan(s_faults[next - 2].Fault, s_faults[next - 2].Text);
                break;
        }
    }

    // A load that is the same from minute to minute, and leaves the machine to others as well.
    private static async Task RunAsync(MixedLoad caller, CancellationToken ended)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!ended.IsCancellationRequested)
        {
            await caller.RunRoundAsync();
            await pace.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    private void WriteDown(List<MixedLoad> callers)
    {
        var usage = ProcessUsage.Measure();
        _usages.Add(usage);
        var failures = callers.SelectMany(caller => caller.Failed).GroupBy(failed => failed.Key, failed => failed.Value).OrderBy(group => group.Key);
        output.WriteLine(
            $"{_elapsed.Elapsed.TotalSeconds,6:0} s  {usage}  faults {_server.Proxy.Faults,5}  answered {callers.Sum(caller => caller.Answered),7}"
            + $"  failed {string.Join(", ", failures.Select(group => $"{group.Sum()} {group.Key}"))}");
    }
}
