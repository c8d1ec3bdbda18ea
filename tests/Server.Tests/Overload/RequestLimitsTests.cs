using System.Net.Http.Headers;

namespace OwnedData.Server.Tests.Overload;

/// <summary>One caller's haste is no other's, and what is refused is a GraphQL response that says when to come again.</summary>
public sealed class RequestLimitsTests
{
    private const string Query = """{"query":"{ __typename }"}""";

    private const string TooManyRequests =
        """
        429 application/graphql-response+json, again in 1 s
        {"errors":[{"message":"Too many requests. Send fewer at once, or fewer a second.","extensions":{"code":"OD0120"}}]}
        """;

    private const string ServerBusy =
        """
        503 application/graphql-response+json, again in 1 s
        {"errors":[{"message":"The server has as much to do as it can. Try again soon.","extensions":{"code":"OD0121"}}]}
        """;

    [Fact]
    public async Task A_subject_over_its_rate_is_told_to_wait_and_nobody_else_is()
    {
        await using var server = await TestServer.StartAsync(("Limits:RequestsPerSecond", "1"), ("Limits:RequestBurst", "2"));
        var alice = server.CreateToken("alice");

        using var refused = await SendUntilAsync(429, () => server.PostAsync(Query, alice));
        using var bob = await server.PostAsync(Query, server.CreateToken("bob"));
        using var anonymous = await server.PostAsync(Query);

        Assert.Equal(TooManyRequests, await ReadAsync(refused));
        Assert.Equal((200, 200), ((int)bob.StatusCode, (int)anonymous.StatusCode));
    }

    [Fact]
    public async Task Two_tokens_of_one_subject_share_its_rate()
    {
        await using var server = await TestServer.StartAsync(("Limits:RequestsPerSecond", "1"), ("Limits:RequestBurst", "2"));

        using var refused = await SendUntilAsync(429, () => server.PostAsync(Query, server.CreateToken("alice", $"read:{Guid.NewGuid()}")));

        Assert.Equal(429, (int)refused.StatusCode);
    }

    [Fact]
    public async Task Requests_without_a_token_are_counted_by_address_on_every_path_but_the_one_of_liveness()
    {
        await using var server = await TestServer.StartAsync(("Limits:RequestsPerSecond", "1"), ("Limits:RequestBurst", "2"));

        using var refused = await SendUntilAsync(429, () => server.Client.GetAsync(new Uri("/nowhere", UriKind.Relative)));
        var live = new List<string>();
        for (var count = 0; count < 20; count++)
        {
            live.Add(await server.Client.GetStringAsync(new Uri("/health/live", UriKind.Relative)));
        }

        Assert.Equal(TooManyRequests, await ReadAsync(refused));
        Assert.Equal(Enumerable.Repeat("live", 20), live);
    }

    [Fact]
    public async Task A_flood_of_bad_tokens_is_refused_by_address_but_a_good_token_from_there_is_not()
    {
        await using var server = await TestServer.StartAsync(("Limits:RefusedTokensPerSecond", "2"));
        var good = server.CreateToken("alice");
        var bad = good[..^6] + "AAAAAA";

        using var first = await server.PostAsync(Query, bad);
        using var refused = await SendUntilAsync(429, () => server.PostAsync(Query, bad));
        using var answered = await server.PostAsync(Query, good);

        Assert.Equal(401, (int)first.StatusCode);
        Assert.Equal(TooManyRequests, await ReadAsync(refused));
        Assert.Equal(200, (int)answered.StatusCode);
    }

    [Fact]
    public async Task A_subject_with_too_many_requests_at_once_is_told_to_wait_and_nobody_else_is()
    {
        await using var server = await TestServer.StartAsync(("Limits:ConcurrentRequestsPerCaller", "1"));
        using var held = await HeldRequest.SendAsync(server, server.CreateToken("alice"));

        using var refused = await server.PostAsync(Query, server.CreateToken("alice"));
        using var bob = await server.PostAsync(Query, server.CreateToken("bob"));

        Assert.Equal(TooManyRequests, await ReadAsync(refused));
        Assert.Equal((200, "HTTP/1.1 200 OK"), ((int)bob.StatusCode, await held.FinishAsync()));
    }

    [Fact]
    public async Task When_all_places_are_taken_a_request_waits_and_past_the_queue_it_is_sent_away()
    {
        await using var server = await TestServer.StartAsync(("Limits:ConcurrentRequests", "1"), ("Limits:QueuedRequests", "1"));
        using var held = await HeldRequest.SendAsync(server, server.CreateToken("alice"));

        var bob = server.PostAsync(Query, server.CreateToken("bob"));
        var carol = server.PostAsync(Query, server.CreateToken("carol"));
        var early = await Task.WhenAny(bob, carol);
        var live = await server.Client.GetStringAsync(new Uri("/health/live", UriKind.Relative));
        var finished = await held.FinishAsync();
        using var waited = await (early == bob ? carol : bob);
        using var refused = await early;

        Assert.Equal(ServerBusy, await ReadAsync(refused));
        Assert.Equal(("live", "HTTP/1.1 200 OK", 200), (live, finished, (int)waited.StatusCode));
    }

    [Fact]
    public async Task A_client_that_leaves_the_queue_gives_its_place_in_it_back()
    {
        await using var server = await TestServer.StartAsync(("Limits:ConcurrentRequests", "1"), ("Limits:QueuedRequests", "1"));
        using var held = await HeldRequest.SendAsync(server, server.CreateToken("alice"));
        for (var count = 0; count < 5; count++)
        {
            using var leaving = await RawConnection.OpenAsync(server);
            await leaving.SendAsync("POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n"u8.ToArray());
        }

        var finished = await held.FinishAsync();
        using var answered = await SendUntilAsync(200, () => server.PostAsync(Query, server.CreateToken("bob")));

        Assert.Equal(("HTTP/1.1 200 OK", 200), (finished, (int)answered.StatusCode));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("192.0.2.0/24", false)]
    [InlineData("127.0.0.1", true)]
    [InlineData("10.0.0.0/8; 127.0.0.0/8", true)]
    public async Task The_forwarded_address_counts_only_from_a_known_proxy(string knownProxies, bool isTrusted)
    {
        await using var server = await TestServer.StartAsync(("ForwardedHeaders:KnownProxies", knownProxies), ("Limits:RequestsPerSecond", "1"), ("Limits:RequestBurst", "1"));
        var next = 0;

        var isRefused = false;
        for (var count = 0; count < 30; count++)
        {
            using var response = await SendFromAsync(server, $"198.51.100.{next++}");
            isRefused |= (int)response.StatusCode == 429;
        }

        Assert.Equal(isTrusted, !isRefused);
    }

    private static async Task<string> ReadAsync(HttpResponseMessage response) =>
        $"{(int)response.StatusCode} {response.Content.Headers.ContentType?.MediaType}, again in {response.Headers.RetryAfter} s\n{await response.Content.ReadAsStringAsync()}";

    private static async Task<HttpResponseMessage> SendFromAsync(TestServer server, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={__typename}");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.Add("X-Forwarded-For", address);
        return await server.Client.SendAsync(request);
    }

    // A bucket fills up by the clock, so which request is the first over the limit is not certain on a slow machine.
    private static async Task<HttpResponseMessage> SendUntilAsync(int status, Func<Task<HttpResponseMessage>> send)
    {
        for (var count = 1; ; count++)
        {
            var response = await send();
            if ((int)response.StatusCode == status || count == 100)
            {
                return response;
            }

            response.Dispose();
        }
    }
}
