namespace OwnedData.Server.Tests.Health;

public sealed class HealthEndpointsTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Theory]
    [InlineData("/health/live", "live")]
    [InlineData("/health/ready", "ready")]
    public async Task A_server_that_can_serve_says_so(string path, string body)
    {
        using var response = await fixture.Server.Client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal((200, body), ((int)response.StatusCode, await response.Content.ReadAsStringAsync()));
    }
}
