using OwnedData.Server.Startup;

namespace OwnedData.Server.Tests.Startup;

/// <summary>What keeps the server from starting is told in words that help.</summary>
public sealed class StartupTests
{
    [Fact]
    public async Task Outside_Development_it_needs_an_authority()
    {
        var refusal = await Assert.ThrowsAsync<StartupException>(() => TestServer.StartAsync("Production"));

        Assert.Equal(
            """
            No token issuer is configured, and the built-in one runs in Development only. Set, for example as environment variables:
              Authentication__Schemes__Bearer__Authority=https://your-tenant.example.com/
              Authentication__Schemes__Bearer__ValidAudience=https://your-api.example.com
            or, to try the server out: DOTNET_ENVIRONMENT=Development
            """,
            refusal.Message);
    }

    [Theory]
    [InlineData("Authentication:Schemes:Bearer:Authority", "https://issuer.example.com/", "Authentication:Schemes:Bearer:ValidAudience is missing: the audience that your issuer writes into tokens for this API.")]
    [InlineData("Authentication:Schemes:Bearer:SigningKeys:0:Value", "c2VjcmV0", "Authentication:Schemes:Bearer:SigningKeys holds symmetric keys, which are not accepted. Remove it and set Authentication:Schemes:Bearer:Authority.")]
    [InlineData("Cursors:Key", "c2hvcnQ=", "Cursors:Key must be 32 bytes in base64, such as: openssl rand -base64 32")]
    [InlineData("Execution:Timeout", "soon", "Execution:Timeout can't be `soon`. The longest a GraphQL request may run; then it ends with HC0045. An example: 00:00:30")]
    [InlineData("Execution:Timeout", "-00:00:01", "Execution:Timeout can't be `-00:00:01`. The longest a GraphQL request may run; then it ends with HC0045. An example: 00:00:30")]
    [InlineData("Limits:Nesting", "1001", "Limits:Nesting can't be `1001`. The most levels of selections, values and list types inside each other in a text, 1 to 1000; OD0203. An example: 64")]
    [InlineData("Limits:FieldCost", "0", "Limits:FieldCost can't be `0`. The most field cost of an operation; HC0047. An example: 1000")]
    [InlineData("GraphQL:Introspection", "maybe", "GraphQL:Introspection can't be `maybe`. Who may see the schema, by introspection and `?sdl`: `on` for all, `signed-in` or `off`. Not set: `on` in Development, else `off`.")]
    [InlineData("Limits:ConcurrentRequests", "0", "Limits:ConcurrentRequests can't be `0`. The most GraphQL requests that run at once. Further ones wait. An example: 256")]
    [InlineData("ForwardedHeaders:KnownProxies", "proxy", "ForwardedHeaders:KnownProxies can't be `proxy`. The reverse proxies whose `X-Forwarded-For` is believed: addresses or networks such as `10.0.0.0/8`, separated by `;`.")]
    [InlineData("Embedded:Port", "70000", "Embedded:Port can't be `70000`. The port on which this machine's MongoDB tools reach the embedded store, past all access rules; `0` for any that is free. Not set: none.")]
    public async Task A_wrong_setting_is_named(string key, string value, string message)
    {
        var refusal = await Assert.ThrowsAsync<StartupException>(() => TestServer.StartAsync((key, value)));

        Assert.Equal(message, refusal.Message);
    }

    [Fact]
    public async Task A_MongoDB_and_a_port_of_the_embedded_store_exclude_each_other()
    {
        var refusal = await Assert.ThrowsAsync<StartupException>(() => TestServer.StartAsync(("Mongo:Uri", "mongodb://localhost/notes"), ("Embedded:Port", "0")));

        Assert.Equal("Embedded:Port opens the embedded store, and Mongo:Uri names another. Leave one of them out.", refusal.Message);
    }

    [Fact]
    public async Task All_mistakes_of_a_model_are_reported_with_their_places()
    {
        using var folder = new TestFolder();
        var model = Path.Combine(folder.Path, "model.graphql");
        await File.WriteAllTextAsync(model, "type Note @collection(name: \"notes\") {\n  title: Strng!\n}\n");

        var refusal = await Assert.ThrowsAsync<StartupException>(() => TestServer.StartAsync(("Model", model)));

        Assert.All(refusal.Message.Split('\n'), line => Assert.Matches(@"^model\.graphql:\d+:\d+: .+", line));
        Assert.Contains("model.graphql:2:10: ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_may_not_name_the_servers_own_collection()
    {
        using var folder = new TestFolder();
        var model = Path.Combine(folder.Path, "model.graphql");
        await File.WriteAllTextAsync(model, "type Setting @collection(name: \"owneddata_settings\") @owned {\n  value: String\n}\n");

        var refusal = await Assert.ThrowsAsync<StartupException>(() => TestServer.StartAsync(("Model", model)));

        Assert.Equal("The type Setting is stored in owneddata_settings, which the server keeps its own settings in. Name another collection.", refusal.Message);
    }

    [Fact]
    public async Task A_data_folder_in_use_is_told_in_one_line()
    {
        using var folder = new TestFolder();
        await using var first = await TestServer.StartAsync(("Data", folder.Path), TestStore.Embedded);

        var refusal = await Assert.ThrowsAsync<StartupException>(() => TestServer.StartAsync(("Data", folder.Path), TestStore.Embedded));

        Assert.StartsWith($"The data folder {folder.Path} is in use by another process", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_made_is_told_in_one_line()
    {
        using var folder = new TestFolder();
        var file = Path.Combine(folder.Path, "file");
        await File.WriteAllTextAsync(file, "");

        var refusal = await Assert.ThrowsAsync<StartupException>(() => TestServer.StartAsync(("Data", Path.Combine(file, "data"))));

        Assert.StartsWith("The development issuer's key can't be kept in the data folder: ", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Theory]
    [InlineData("Mongo:Uri", "postgres://alice:secret@host/db", "Mongo:Uri doesn't begin with mongodb:// or mongodb+srv://.")]
    [InlineData("Mongo:Uri", "mongodb://alice:secret@127.0.0.1:1/db?serverSelectionTimeoutMS=100", null)]
    public async Task A_MongoDB_that_can_not_be_used_ends_the_start_without_showing_the_password(string key, string value, string? expected)
    {
        var refusal = await Assert.ThrowsAsync<StartupException>(() => TestServer.StartAsync((key, value)));

        // Of the other, what is told depends on whether the driver is installed.
        Assert.Equal(expected ?? refusal.Message, refusal.Message);
        Assert.DoesNotContain("secret", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_data_folder_is_for_its_owner_only()
    {
        using var folder = new TestFolder();
        var data = Path.Combine(folder.Path, "data");

        using var store = StoreOpening.Open(data);

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(data));
        }
    }

    [Fact]
    public async Task An_address_in_use_is_told_in_one_line()
    {
        await using var first = await TestServer.StartAsync();
        var address = first.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

        var refusal = await Assert.ThrowsAsync<StartupException>(() => TestServer.StartAsync(("Urls", address)));

        Assert.Equal($"Failed to bind to address {address}: address already in use. Is the server running already? Choose another address with --urls.", refusal.Message);
    }

    [Fact]
    public async Task Cursors_are_sealed_with_the_same_key_after_a_restart()
    {
        using var folder = new TestFolder();

        var first = await ReadKeyAsync(folder.Path);
        var second = await ReadKeyAsync(folder.Path);

        Assert.Equal(32, first.Length);
        Assert.Equal(first, second);
        await TestStore.DropAsync(folder.Path);
    }

    private static async Task<byte[]> ReadKeyAsync(string folder)
    {
        using var opened = TestStore.Open(folder);
        return await CursorKey.ReadAsync(opened.Store, configured: null, CancellationToken.None);
    }
}
