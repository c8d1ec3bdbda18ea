namespace OwnedData.Server.Tests.GraphQL;

public sealed class SdlTests
{
    [Fact]
    public async Task In_Development_the_published_API_can_be_downloaded()
    {
        await using var server = await TestServer.StartAsync();

        var sdl = await server.Client.GetStringAsync(new Uri("/graphql?sdl", UriKind.Relative));

        Assert.Contains("type Note implements Node", sdl, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_Development_it_is_refused()
    {
        await using var server = await TestServer.StartAsync(
            "Production",
            ("Authentication:Schemes:Bearer:Authority", "https://127.0.0.1:1/"),
            ("Authentication:Schemes:Bearer:ValidAudience", "api"));

        using var response = await server.Client.GetAsync(new Uri("/graphql?sdl", UriKind.Relative));

        Assert.Equal(
            (400, """{"errors":[{"message":"Introspection is not allowed for the current request.","extensions":{"code":"HC0046"}}]}"""),
            ((int)response.StatusCode, await response.Content.ReadAsStringAsync()));
    }
}
