using Microsoft.Extensions.Configuration;
using OwnedData.Execution.Indexes;
using OwnedData.Server.Startup;

namespace OwnedData.Server.Tests.Startup;

/// <summary>What the start does about indexes.</summary>
public sealed class StoreIndexesTests : IAsyncLifetime, IDisposable
{
    private readonly TestFolder _folder = new();

    public StoreIndexesTests() => File.WriteAllText(
        ModelPath, """type Note @collection(name: "notes") @owned @index(fields: ["pinned"]) { pinned: Boolean! }""");

    private string ModelPath => Path.Combine(_folder.Path, "model.graphql");

    [Theory]
    [InlineData("", true, null, "Apply")]
    [InlineData("", false, null, "Apply")]
    [InlineData("", true, "mongodb://host/db", "Apply")]
    [InlineData("", false, "mongodb://host/db", "Check")]
    [InlineData("apply", false, "mongodb://host/db", "Apply")]
    [InlineData("check", true, null, "Check")]
    [InlineData("ignore", false, "mongodb://host/db", "Ignore")]
    public void A_MongoDB_in_Production_is_checked_unless_something_else_is_configured(string configured, bool isDevelopment, string? uri, string mode) =>
        Assert.Equal(mode, StoreIndexes.ReadMode(Configuration(configured), isDevelopment, new StoreSettings("", uri, null)).ToString());

    [Fact]
    public void Another_mode_is_refused() =>
        Assert.Throws<StartupException>(() => StoreIndexes.ReadMode(Configuration("make"), isDevelopment: true, new StoreSettings("", null, null)));

    [Fact]
    public async Task Check_refuses_to_start_and_names_each_missing_index_and_the_command_that_makes_it()
    {
        var refusal = await Assert.ThrowsAsync<StartupException>(() => StartAsync("check"));

        Assert.Equal(
            $"""
            The store lacks 2 of the indexes that the model needs:
              notes: owner_id_1__id_1
              notes: owner_id_1_pinned_1__id_1
            Make them with: indexes apply --model {ModelPath}
            Indexes:Mode=apply makes them at every start, Indexes:Mode=ignore starts without.
            """,
            refusal.Message);
    }

    [Fact]
    public async Task Check_starts_once_they_are_there()
    {
        await StartAsync("apply");
        await StartAsync("check");

        Assert.Empty((await CompareAsync()).Missing);
    }

    [Fact]
    public async Task Ignore_starts_and_makes_none()
    {
        await StartAsync("ignore");

        Assert.Equal(2, (await CompareAsync()).Missing.Length);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => TestStore.DropAsync(_folder.Path);

    public void Dispose() => _folder.Dispose();

    private static IConfiguration Configuration(string mode) =>
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Indexes:Mode"] = mode }).Build();

    private async Task StartAsync(string mode)
    {
        await using var server = await TestServer.StartAsync(("Data", _folder.Path), ("Model", ModelPath), ("Indexes:Mode", mode));
    }

    private async Task<IndexComparison> CompareAsync()
    {
        using var opened = TestStore.Open(_folder.Path);
        return Assert.Single(await StoreIndexes.CompareAsync(opened.Store, ApiLoading.Load(ModelPath).Model, default));
    }
}
