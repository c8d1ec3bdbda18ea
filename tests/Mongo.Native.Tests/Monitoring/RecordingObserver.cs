using System.Threading.Channels;

namespace OwnedData.Mongo.Native.Tests.Monitoring;

/// <summary>Keeps what it is told, one line an event.</summary>
internal sealed class RecordingObserver : IDeploymentObserver
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly Channel<string> _told = Channel.CreateUnbounded<string>();

    public void ServerChanged(string server, string was, string now) => _told.Writer.TryWrite($"{server}: {was} -> {now}");

    public void ServerFailed(string server, string reason) => _told.Writer.TryWrite($"{server}: {reason}");

    public void PrimaryChanged(string? was, string now) => _told.Writer.TryWrite($"primary: {was} -> {now}");

    /// <summary>What it was told since.</summary>
    public string[] Take()
    {
        var lines = new List<string>();
        while (_told.Reader.TryRead(out var line))
        {
            lines.Add(line);
        }

        return [.. lines];
    }

    /// <summary>Waits until it is told something that begins so, passing over what comes before.</summary>
    public async Task<string> WaitForAsync(string beginning)
    {
        using var patience = new CancellationTokenSource(s_patience);
        while (true)
        {
            var line = await _told.Reader.ReadAsync(patience.Token);
            if (line.StartsWith(beginning, StringComparison.Ordinal))
            {
                return line;
            }
        }
    }
}
