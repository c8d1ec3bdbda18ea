using System.Diagnostics;
using System.Security.Cryptography;
using OwnedData.Server.Tests;

namespace OwnedData.Fuzz;

/// <summary>Runs the corpus, then mutations of it for a while. Fails at the first input that throws, is answered wrongly or takes too long, and when memory grows.</summary>
internal sealed class FuzzRun(IReadOnlyList<IFuzzTarget> targets, LogWatch log, TextWriter output)
{
    private const long MostGrowth = 64 * 1024 * 1024;

    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_hang = TimeSpan.FromSeconds(30);

    // Named on the way out when an input hangs: a loop can't be interrupted.
    private byte[] _current = [];

    // The log is written behind the server's back: its errors may be an earlier input's.
    private readonly Queue<byte[]> _recent = new();

    public static async Task<bool> RunAsync(TimeSpan duration, int seed, bool hasMessages)
    {
        var output = Console.Out;
        var log = new LogWatch(output);
        Console.SetOut(log);
        output.WriteLine($"Fuzzing for {duration.TotalSeconds} s with seed {seed}");
        const string Unlimited = "1000000000";
        await using var server = await TestServer.StartAsync(
            ("Development:SampleData", "true"),
            ("Cursors:Key", Convert.ToBase64String(new byte[32])),
            ("Limits:RequestsPerSecond", Unlimited),
            ("Limits:RequestBurst", Unlimited),
            ("Limits:RefusedTokensPerSecond", Unlimited));
        IFuzzTarget[] targets = [new DocumentTarget(), await RequestTarget.CreateAsync(server)];
        var run = new FuzzRun(hasMessages ? [.. targets, new MessageTarget(server)] : targets, log, output);
        return await run.RunCorpusAsync() && await run.MutateAsync(duration, new Random(seed));
    }

    private async Task<bool> RunCorpusAsync()
    {
        foreach (var target in targets)
        {
            foreach (var input in target.Corpus)
            {
                if (!await CheckAsync(target, input))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private async Task<bool> MutateAsync(TimeSpan duration, Random random)
    {
        var clock = Stopwatch.StartNew();
        var counts = new int[targets.Count];
        var settled = 0L;
        while (clock.Elapsed < duration)
        {
            // Equal time for each: a document takes microseconds, a connection milliseconds.
            for (var index = 0; index < targets.Count; index++)
            {
                var turn = Stopwatch.StartNew();
                while (turn.Elapsed < TimeSpan.FromMilliseconds(200))
                {
                    counts[index]++;
                    if (!await CheckAsync(targets[index], targets[index].Create(random)))
                    {
                        return false;
                    }
                }
            }

            // Caches are full and pools are grown after a third of the time.
            if (settled == 0 && clock.Elapsed > duration / 3)
            {
                settled = GC.GetTotalMemory(forceFullCollection: true);
            }
        }

        var growth = GC.GetTotalMemory(forceFullCollection: true) - settled;
        output.WriteLine(string.Join(", ", targets.Select((target, index) => $"{counts[index]} {target.Name}s")) + $"; memory grew by {growth / 1024} KiB to {(settled + growth) / 1024 / 1024} MiB");
        return growth <= MostGrowth || Fail("memory", [], $"grew by {growth} bytes");
    }

    private async Task<bool> CheckAsync(IFuzzTarget target, byte[] input)
    {
        // A busy machine may be slow once, not three times.
        for (var attempt = 1; ; attempt++)
        {
            var clock = Stopwatch.StartNew();
            var wrong = await TryAsync(target, input);
            if (wrong is not null)
            {
                return Fail(target.Name, input, wrong);
            }

            if (log.TakeError() is { } logged)
            {
                foreach (var recent in _recent)
                {
                    Fail(target.Name, recent, "one of these: " + logged);
                }

                return false;
            }

            if (clock.Elapsed <= s_longest)
            {
                return true;
            }

            if (attempt == 3)
            {
                return Fail(target.Name, input, $"took {clock.Elapsed.TotalSeconds} s");
            }
        }
    }

    private async Task<string?> TryAsync(IFuzzTarget target, byte[] input)
    {
        _current = input;
        _recent.Enqueue(input);
        if (_recent.Count > 10)
        {
            _recent.Dequeue();
        }

        using var watch = new Timer(_ => Hang(target.Name), null, s_hang, Timeout.InfiniteTimeSpan);
        try
        {
            return await target.RunAsync(input, CancellationToken.None);
        }
        catch (Exception exception)
        {
            return exception.ToString();
        }
    }

    private void Hang(string target)
    {
        Fail(target, _current, $"did not end within {s_hang.TotalSeconds} s");
        Environment.Exit(1);
    }

    private bool Fail(string target, byte[] input, string wrong)
    {
        var path = Path.Combine("artifacts", "fuzz", $"{target}-{Convert.ToHexStringLower(SHA256.HashData(input))[..12]}");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, input);
        output.WriteLine($"failed: {wrong}\nThe input is in {path}. Correct the fault, then keep the input in tests/Fuzz/corpus.");
        return false;
    }
}
