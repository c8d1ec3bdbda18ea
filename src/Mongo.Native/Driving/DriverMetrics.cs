using System.Diagnostics.Metrics;
using System.Text;
using OwnedData.Mongo.Native.Monitoring;
using OwnedData.Mongo.Native.Queueing;

namespace OwnedData.Mongo.Native.Driving;

/// <summary>
/// What the store tells of itself, under OpenTelemetry's names for database clients (https://opentelemetry.io/docs/specs/semconv/db/database-metrics/). No
/// collection, filter or value is among the attributes.
/// </summary>
internal sealed class DriverMetrics : IDisposable
{
    public const string MeterName = "OwnedData.Mongo.Native";

    private static readonly KeyValuePair<string, object?> s_system = new("db.system.name", "mongodb");

    private readonly Meter _meter = new(MeterName);
    private readonly Histogram<double> _duration;
    private readonly Histogram<double> _wait;
    private readonly Counter<long> _refused;
    private readonly Counter<long> _serverChanges;
    private readonly Counter<long> _failedHeartbeats;

    public DriverMetrics()
    {
        _duration = _meter.CreateHistogram<double>("db.client.operation.duration", "s", "From sending a command to its reply.");
        _wait = _meter.CreateHistogram<double>("db.client.connection.wait_time", "s", "How long a command waited for a connection.");
        _refused = _meter.CreateCounter<long>("db.client.connection.timeouts", "{timeout}", "Commands that got no connection: too many waited already.");
        _serverChanges = _meter.CreateCounter<long>("mongodb.client.server.changes", "{change}", "How often a server's state changed: it went, came back or became primary.");
        _failedHeartbeats = _meter.CreateCounter<long>("mongodb.client.heartbeat.failures", "{heartbeat}", "How often a server didn't answer the driver's monitor.");
    }

    /// <summary>Shows how many connections are in use and how many commands wait.</summary>
    public void Observe(CommandQueue queue, int maximumConnections)
    {
        _meter.CreateObservableUpDownCounter<int>(
            "db.client.connection.count",
            () => [State(queue.Running, "used"), State(queue.Idle, "idle")],
            "{connection}",
            "Clients of the pool by state; each has one connection to each server it has used.");
        _meter.CreateObservableUpDownCounter("db.client.connection.max", () => maximumConnections, "{connection}", "The most connections to one server.");
        _meter.CreateObservableUpDownCounter("db.client.connection.pending_requests", () => queue.Waiting, "{request}", "Commands that wait for a connection.");
    }

    /// <summary>Shows how many servers there are, by type.</summary>
    public void Observe(Deployment deployment) => _meter.CreateObservableUpDownCounter<int>(
        "mongodb.client.server.count",
        () => deployment.Count().Select(entry => new Measurement<int>(entry.Count, new KeyValuePair<string, object?>("mongodb.server.type", entry.Type))),
        "{server}",
        "Servers of the deployment by the type that the driver's monitors last saw; Unknown doesn't answer.");

    public void ServerChanged() => _serverChanges.Add(1, s_system);

    public void HeartbeatFailed() => _failedHeartbeats.Add(1, s_system);

    public void CommandWaited(TimeSpan time) => _wait.Record(time.TotalSeconds, s_system);

    public void CommandRefused() => _refused.Add(1, s_system);

    public void CommandEnded(ReadOnlySpan<byte> name, TimeSpan time, StoreException? failure)
    {
        if (!_duration.Enabled)
        {
            return;
        }

        var operation = new KeyValuePair<string, object?>("db.operation.name", Encoding.UTF8.GetString(name));
        if (failure is null)
        {
            _duration.Record(time.TotalSeconds, s_system, operation);
        }
        else
        {
            _duration.Record(time.TotalSeconds, s_system, operation, new KeyValuePair<string, object?>("error.type", $"{(int)failure.Code}"));
        }
    }

    public void Dispose() => _meter.Dispose();

    private static Measurement<int> State(int count, string state) => new(count, new KeyValuePair<string, object?>("db.client.connection.state", state));
}
