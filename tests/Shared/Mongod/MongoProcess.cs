using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using OwnedData.Bson;
using OwnedData.Mongo.Native;

namespace OwnedData.Mongo.Tests;

/// <summary>A mongod or mongos of a test's own on 127.0.0.1, with data that goes with it.</summary>
internal sealed class MongoProcess : IAsyncDisposable
{
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("owneddata-mongod-").FullName;
    private readonly ConcurrentQueue<string> _log = new();
    private readonly string _program;
    private readonly string[] _arguments;
    private Process _process;
    private TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private MongoProcess(string program, string[] arguments)
    {
        (_program, _arguments) = (program, arguments);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        _process = Run();
    }

    public int Port { get; }

    public string Address => $"127.0.0.1:{Port}";

    public bool IsRunning => !_process.HasExited;

    /// <summary>Starts it and waits until it listens.</summary>
    public static async Task<MongoProcess> StartAsync(string program, params string[] arguments)
    {
        var process = new MongoProcess(program, arguments);
        await process.WaitForAsync("waiting for connections");
        return process;
    }

    /// <summary>A replica set of its own.</summary>
    public static async Task<MongoProcess> StartReplicaSetAsync(string name, params string[] arguments)
    {
        var process = await StartAsync("mongod", ["--replSet", name, .. arguments]);
        await process.RunAsync($$"""{ "replSetInitiate": { "_id": "{{name}}", "members": [{ "_id": 0, "host": "{{process.Address}}" }] } }""");
        await process.WaitForAsync("transition to primary complete");
        return process;
    }

    /// <summary>A store on this server alone, whatever else belongs to it.</summary>
    public NativeMongoStore Open(string database, string options = "") =>
        NativeMongoStore.Open(new NativeStoreOptions { Uri = $"mongodb://{Address}/?directConnection=true&{options}", Database = database });

    /// <summary>Runs a command of an administrator's on this server alone.</summary>
    public async Task<BsonDocument> RunAsync(string command, string database = "admin")
    {
        using var store = Open(database);
        return await store.ExecuteAsync(new RawCommand(command), CancellationToken.None);
    }

    /// <summary>Waits for a line in its log.</summary>
    public async Task WaitForAsync(string text)
    {
        using var time = new CancellationTokenSource(s_longest);
        while (!_log.Any(line => line.Contains(text, StringComparison.Ordinal)))
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"{_program} ended:\n{string.Join('\n', _log.TakeLast(20))}");
            }

            // Looked for again with each line.
            await Task.WhenAny(Volatile.Read(ref _written).Task, Task.Delay(TimeSpan.FromMilliseconds(200), time.Token));
            time.Token.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Ends it as a power cut would.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Starts it again on its data, after it was killed.</summary>
    public async Task RestartAsync()
    {
        _process.Dispose();
        _log.Clear();
        _process = Run();
        await WaitForAsync("waiting for connections");
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private Process Run()
    {
        string[] own = _program == "mongod"
            ? ["--dbpath", _folder, "--wiredTigerCacheSizeGB", "0.25", "--oplogSize", "16", "--setParameter", "diagnosticDataCollectionEnabled=false"]
            : ["--setParameter", "diagnosticDataCollectionEnabled=false"];
        var start = new ProcessStartInfo(
            Mongod.PathOf(_program), ["--bind_ip", "127.0.0.1", "--port", $"{Port}", "--nounixsocket", "--setParameter", "enableTestCommands=1", .. own, .. _arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Write(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        return process;
    }

    private void Write(string? line)
    {
        if (line is not null)
        {
            _log.Enqueue(line);
            Interlocked.Exchange(ref _written, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        }
    }
}
