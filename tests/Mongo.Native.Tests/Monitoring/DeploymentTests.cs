using OwnedData.Mongo.Native.Driving;
using OwnedData.Mongo.Native.Monitoring;

namespace OwnedData.Mongo.Native.Tests.Monitoring;

public sealed class DeploymentTests : IDisposable
{
    private readonly DriverMetrics _metrics = new();
    private readonly RecordingObserver _observer = new();
    private readonly Deployment _deployment;

    public DeploymentTests() => _deployment = new Deployment(_metrics, _observer);

    [Fact]
    public void A_server_that_changes_in_something_else_than_its_type_is_nothing_to_tell()
    {
        _deployment.Change("a:1", "Standalone");
        _deployment.Change("a:1", "Standalone");

        Assert.Equal(["a:1: Unknown -> Standalone"], _observer.Take());
    }

    [Fact]
    public void A_server_that_fails_again_and_again_is_told_once_until_it_has_answered()
    {
        _deployment.Fail("a:1", "first");
        _deployment.Fail("b:1", "other");
        _deployment.Fail("a:1", "second");
        _deployment.Change("a:1", "Unknown");
        _deployment.Fail("a:1", "third");
        _deployment.Change("a:1", "Mongos");
        _deployment.Fail("a:1", "fourth");

        Assert.Equal(["a:1: first", "b:1: other", "a:1: Unknown -> Mongos", "a:1: fourth"], _observer.Take());
    }

    [Fact]
    public void Another_primary_is_told_with_the_last_one_and_the_same_one_again_is_not()
    {
        _deployment.Change("a:1", "RSPrimary");
        _deployment.Change("b:1", "RSSecondary");
        _deployment.Change("a:1", "Unknown");
        _deployment.Change("a:1", "RSPrimary");
        _deployment.Change("a:1", "Unknown");
        _deployment.Change("b:1", "RSPrimary");

        Assert.Equal(["primary:  -> a:1", "primary: a:1 -> b:1"], _observer.Take().Where(line => line.StartsWith("primary", StringComparison.Ordinal)));
    }

    [Fact]
    public void Servers_are_counted_by_type_as_long_as_they_are_members()
    {
        _deployment.Change("a:1", "RSPrimary");
        _deployment.Change("b:1", "RSSecondary");
        _deployment.Change("c:1", "RSSecondary");
        Assert.Equal([("RSPrimary", 1), ("RSSecondary", 2)], _deployment.Count().Order());

        _deployment.Change("a:1", "Unknown");
        _deployment.Remove("b:1");
        Assert.Equal([("RSSecondary", 1), ("Unknown", 1)], _deployment.Count().Order());
    }

    [Fact]
    public void Without_an_observer_events_are_measured_all_the_same()
    {
        var deployment = new Deployment(_metrics, observer: null);

        deployment.Change("a:1", "RSPrimary");
        deployment.Fail("a:1", "reason");

        Assert.Equal([("RSPrimary", 1)], deployment.Count());
    }

    public void Dispose() => _metrics.Dispose();
}
