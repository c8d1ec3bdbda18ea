using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace OwnedData.Server.Tests.Commands;

/// <summary>The server as its own process: start, the welcome, a signal, the exit code.</summary>
public sealed class ServeProcessTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task It_says_where_it_is_serves_and_stops_on_SIGTERM()
    {
        using var process = Start("Development", "--urls", "http://127.0.0.1:0", "--data", _folder.Path);
        var address = await ReadAddressAsync(process);
        using var client = new HttpClient();

        var ready = await client.GetStringAsync(new Uri(address + "/health/ready"));
        Signal(process);
        await process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token);

        Assert.Equal(("ready", 0), (ready, process.ExitCode));
    }

    [Fact]
    public async Task Without_an_authority_it_ends_with_1_and_no_stack_trace()
    {
        using var process = Start("Production", "--urls", "http://127.0.0.1:0", "--data", _folder.Path);

        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token);

        Assert.Equal(1, process.ExitCode);
        Assert.StartsWith("No token issuer is configured", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dotnet_run_prints_a_token_and_nothing_else()
    {
        var start = new ProcessStartInfo("dotnet", ["run", "--no-build", "--project", ServerProject(), "--", "token", "--sub", "alice", "--data", _folder.Path])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;

        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token);

        Assert.Matches(@"\A[\w-]+\.[\w-]+\.[\w-]+\n\z", output);
    }

    public void Dispose() => _folder.Dispose();

    private static string ServerProject([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "../../../src/Server"));

    private static Process Start(string environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "OwnedData.Server.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_ENVIRONMENT"] = environment;
        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        return Process.Start(start)!;
    }

    private static async Task<string> ReadAddressAsync(Process process)
    {
        const string Marker = "OwnedData is ready in ";
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Marker, StringComparison.Ordinal))
            {
                var url = line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..];
                return url[..url.LastIndexOf('/')];
            }
        }

        throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());
    }

    private static void Signal(Process process)
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        kill.WaitForExit();
    }
}
