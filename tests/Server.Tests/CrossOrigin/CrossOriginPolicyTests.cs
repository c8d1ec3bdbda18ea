using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OwnedData.Server.CrossOrigin;
using OwnedData.Server.Tests.Authentication;

namespace OwnedData.Server.Tests.CrossOrigin;

public sealed class CrossOriginPolicyTests
{
    private readonly List<string> _log = [];

    [Fact]
    public async Task A_refused_origin_is_logged_once_a_minute_with_what_to_set()
    {
        var time = new ManualTime();
        var policy = new CrossOriginPolicy(CrossOrigins.Parse("https://app.example.com", isDevelopment: false)!, time, new ListLogger(_log));

        await AskAsync(policy, "https://one.example");
        await AskAsync(policy, "https://two.example");
        time.Advance(TimeSpan.FromSeconds(61));
        await AskAsync(policy, "https://three.example");

        Assert.Equal(
            [
                "A page of https://one.example was refused: browsers let it read no answer. Add the origin to Cors:Origins if it is yours",
                "A page of https://three.example was refused: browsers let it read no answer. Add the origin to Cors:Origins if it is yours",
            ],
            _log);
    }

    [Theory]
    [InlineData("https://app.example.com")]
    [InlineData("http://api.example.com:5080")]
    public async Task A_listed_origin_and_the_servers_own_are_not(string origin)
    {
        var policy = new CrossOriginPolicy(CrossOrigins.Parse("https://app.example.com", isDevelopment: false)!, TimeProvider.System, new ListLogger(_log));

        await AskAsync(policy, origin);

        Assert.Empty(_log);
    }

    private static async Task AskAsync(CrossOriginPolicy policy, string origin)
    {
        var http = new DefaultHttpContext { Request = { Scheme = "http", Host = new HostString("api.example.com:5080") } };
        http.Request.Headers.Origin = origin;
        await policy.GetPolicyAsync(http, null);
    }

    private sealed class ListLogger(List<string> lines) : ILogger<CrossOriginPolicy>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Add(formatter(state, exception));
    }
}
