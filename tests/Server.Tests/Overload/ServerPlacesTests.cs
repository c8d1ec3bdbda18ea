using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OwnedData.Server.Overload;

namespace OwnedData.Server.Tests.Overload;

/// <summary>The queue before the endpoint: a request waits in it as long as it may run, and no longer.</summary>
public sealed class ServerPlacesTests : IAsyncLifetime, IDisposable
{
    private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _left = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualTimers _timers = new();
    private readonly HttpClient _client = new();
    private WebApplication _app = null!;
    private int _runs;

    // One place, one in the queue, and an endpoint that keeps its place until it is told to leave.
    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddSingleton<TimeProvider>(_timers);
        builder.Services.AddRequestLimits(new OverloadSettings(10, 1, 1, 10, 100, 100, 10, []), TimeSpan.FromSeconds(7));
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.UseRateLimiter();
        _app.Map("/", async () =>
        {
            Interlocked.Increment(ref _runs);
            _entered.TrySetResult();
            await _left.Task;
            return "done";
        }).RequireRateLimiting(ServerPlaces.PolicyName);
        await _app.StartAsync();
        _client.BaseAddress = new Uri(_app.Urls.First());
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task A_request_that_waits_too_long_is_sent_away_without_having_run()
    {
        var first = _client.GetStringAsync(new Uri("/", UriKind.Relative));
        await _entered.Task.WaitAsync(TimeSpan.FromSeconds(30));
        var second = _client.GetAsync(new Uri("/", UriKind.Relative));
        var (dueTime, goOff) = await _timers.First.WaitAsync(TimeSpan.FromSeconds(30));

        goOff();
        using var refused = await second;
        _left.SetResult();

        Assert.Equal(
            """
            503
            Cache-Control: no-store, private
            Content-Type: application/graphql-response+json; charset=utf-8
            Retry-After: 1
            Vary: Accept, Accept-Encoding, Authorization, Origin
            X-Content-Type-Options: nosniff

            {"errors":[{"message":"The server has as much to do as it can. Try again soon.","extensions":{"code":"OD0121"}}]}
            """,
            await HttpText.ReadAsync(refused));
        Assert.Equal((TimeSpan.FromSeconds(7), "done", 1), (dueTime, await first, _runs));
    }

    [Fact]
    public async Task The_place_in_the_queue_that_one_lost_is_the_next_one_s()
    {
        var first = _client.GetStringAsync(new Uri("/", UriKind.Relative));
        await _entered.Task.WaitAsync(TimeSpan.FromSeconds(30));
        var second = _client.GetAsync(new Uri("/", UriKind.Relative));
        (await _timers.First.WaitAsync(TimeSpan.FromSeconds(30))).GoOff();
        using var refused = await second;

        var third = _client.GetStringAsync(new Uri("/", UriKind.Relative));
        _left.SetResult();

        Assert.Equal((503, "done", "done", 2), ((int)refused.StatusCode, await first, await third, _runs));
    }
}
