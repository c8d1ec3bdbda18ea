using OwnedData.Mongo.Native.Driving;

namespace OwnedData.Mongo.Native.Monitoring;

/// <summary>The servers as the driver's monitors last saw them: makes of every event a measurement, and of what changed something to tell.</summary>
internal sealed class Deployment(DriverMetrics metrics, IDeploymentObserver? observer)
{
    private const string Primary = "RSPrimary";
    private const string Unknown = "Unknown";

    // Several monitors, and the threads of commands whose connection broke.
    private readonly Lock _lock = new();
    private readonly Dictionary<string, string> _types = []; // under _lock
    private readonly HashSet<string> _failing = []; // under _lock
    private string? _primary; // under _lock; the last there was

    /// <summary>How many servers there are of each type.</summary>
    public IEnumerable<(string Type, int Count)> Count()
    {
        lock (_lock)
        {
            return [.. _types.Values.GroupBy(type => type).Select(group => (group.Key, group.Count()))];
        }
    }

    public void Change(string server, string type)
    {
        metrics.ServerChanged();
        lock (_lock)
        {
            var was = _types.GetValueOrDefault(server, Unknown);
            _types[server] = type;
            if (was == type)
            {
                return;
            }

            if (type != Unknown)
            {
                _failing.Remove(server);
            }

            observer?.ServerChanged(server, was, type);
            if (type == Primary && server != _primary)
            {
                observer?.PrimaryChanged(_primary, server);
                _primary = server;
            }
        }
    }

    public void Fail(string server, string reason)
    {
        metrics.HeartbeatFailed();
        lock (_lock)
        {
            if (_failing.Add(server))
            {
                observer?.ServerFailed(server, reason);
            }
        }
    }

    /// <summary>The server is no member any more.</summary>
    public void Remove(string server)
    {
        lock (_lock)
        {
            _types.Remove(server);
            _failing.Remove(server);
        }
    }
}
