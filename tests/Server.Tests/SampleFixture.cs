namespace OwnedData.Server.Tests;

/// <summary>One server with the sample data, for the tests of a class.</summary>
public sealed class SampleFixture : IAsyncLifetime
{
    public TestServer Server { get; private set; } = null!;

    public async Task InitializeAsync() => Server = await TestServer.StartAsync(("Development:SampleData", "true"));

    public async Task DisposeAsync() => await Server.DisposeAsync();
}
