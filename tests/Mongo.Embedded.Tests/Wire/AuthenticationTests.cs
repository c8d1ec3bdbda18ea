namespace OwnedData.Mongo.Embedded.Tests.Wire;

/// <summary>SCRAM-SHA-256, spoken by a client of our own; the official drivers are in tests/clients.</summary>
public sealed class AuthenticationTests
{
    [Theory]
    [InlineData("{find: \"notes\"}")]
    [InlineData("{insert: \"notes\", documents: []}")]
    [InlineData("{listDatabases: 1}")]
    [InlineData("{getMore: {\"$numberLong\": \"1\"}, collection: \"notes\"}")]
    [InlineData("{connectionStatus: 1}")]
    [InlineData("{teleport: 1}")]
    public async Task Before_a_log_in_nothing_but_a_greeting_is_answered(string command)
    {
        await using var open = new OpenListener();
        using var client = await open.ConnectAsync();

        Assert.Contains("\"code\": 13, \"codeName\": \"Unauthorized\"", await client.RunAsync(command), StringComparison.Ordinal);
        Assert.Equal("""{"ok": 1.0}""", await client.RunAsync("{ping: 1}"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task With_the_password_everything_is(bool skipEmptyExchange)
    {
        await using var open = new OpenListener();
        using var client = await open.ConnectAsync();

        var done = await client.LogInAsync(open.Listener.NewPassword!, skipEmptyExchange: skipEmptyExchange);
        if (!skipEmptyExchange)
        {
            Assert.Equal("""{"done": false, "ok": 1.0}""", done);
            Assert.Contains("requires authentication", await client.RunAsync("{find: \"notes\"}"), StringComparison.Ordinal);
            done = await client.RunAsync("{saslContinue: 1, conversationId: 1, payload: {\"$binary\": {\"base64\": \"\", \"subType\": \"00\"}}}");
        }

        Assert.StartsWith(skipEmptyExchange ? """{"done": true""" : """{"conversationId": 1, "done": true""", done, StringComparison.Ordinal);
        Assert.Equal("""{"cursor": {"firstBatch": [], "id": 0, "ns": "owneddata.notes"}, "ok": 1.0}""", await client.RunAsync("{find: \"notes\"}"));
    }

    [Theory]
    [InlineData("owneddata", "wrong")]
    [InlineData("nobody", null)]
    public async Task A_wrong_password_and_an_unknown_user_fail_alike(string user, string? password)
    {
        await using var open = new OpenListener();
        using var client = await open.ConnectAsync();

        var answer = await client.LogInAsync(password ?? open.Listener.NewPassword!, user);

        Assert.Equal("""{"ok": 0.0, "code": 18, "codeName": "AuthenticationFailed"}""", answer);
        Assert.Contains("requires authentication", await client.RunAsync("{find: \"notes\"}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proof_is_good_for_its_own_challenge_only()
    {
        await using var open = new OpenListener();
        using var client = await open.ConnectAsync();

        var unasked = await client.RunAsync("{saslContinue: 1, conversationId: 1, payload: {\"$binary\": {\"base64\": \"\", \"subType\": \"00\"}}}");

        Assert.Contains("No SASL session state found", unasked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_log_out_and_while_logging_in_again_nobody_is_known()
    {
        await using var open = new OpenListener();
        using var client = await open.EnterAsync();

        await client.RunAsync("{logout: 1}");
        Assert.Contains("requires authentication", await client.RunAsync("{find: \"notes\"}"), StringComparison.Ordinal);

        await client.LogInAsync(open.Listener.NewPassword!);
        await client.LogInAsync("wrong");
        Assert.Contains("requires authentication", await client.RunAsync("{find: \"notes\"}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_greeting_may_begin_a_log_in_and_names_the_one_mechanism()
    {
        await using var open = new OpenListener();
        using var client = await open.ConnectAsync();

        var known = await client.RunAsync("{hello: 1, saslSupportedMechs: \"admin.owneddata\"}");
        var unknown = await client.RunAsync("{hello: 1, saslSupportedMechs: \"admin.nobody\"}");
        var speculative = await client.RunAsync(
            "{hello: 1, speculativeAuthenticate: {saslStart: 1, mechanism: \"SCRAM-SHA-256\", payload: {\"$binary\": {\"base64\": \"biwsbj1vd25lZGRhdGEscj1hYmM=\", \"subType\": \"00\"}}, db: \"admin\"}}");

        Assert.All([known, unknown], greeting => Assert.Contains("\"saslSupportedMechs\": [\"SCRAM-SHA-256\"]", greeting, StringComparison.Ordinal));
        Assert.Contains("\"speculativeAuthenticate\": {\"conversationId\": 1, \"done\": false", speculative, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SCRAM-SHA-1")]
    [InlineData("PLAIN")]
    public async Task Another_mechanism_is_refused(string mechanism)
    {
        await using var open = new OpenListener();
        using var client = await open.ConnectAsync();

        var answer = await client.RunAsync($"{{saslStart: 1, mechanism: \"{mechanism}\", payload: {{\"$binary\": {{\"base64\": \"\", \"subType\": \"00\"}}}}}}");

        Assert.Contains("\"codeName\": \"MechanismUnavailable\"", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_user_is_made_once_and_its_file_is_the_owners_and_holds_no_password()
    {
        using var folder = new TemporaryFolder();
        string password;
        await using (var first = new OpenListener(folder.OpenStore()))
        {
            password = first.Listener.NewPassword!;
        }

        await using var second = new OpenListener(folder.OpenStore());
        using var client = await second.ConnectAsync();
        var file = Path.Combine(folder.Path, "listener-user.json");

        Assert.Null(second.Listener.NewPassword);
        Assert.Equal("""{"done": true, "ok": 1.0}""", await client.LogInAsync(password));
        Assert.DoesNotContain(password, await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"salt\": 1}")]
    public void A_damaged_file_of_the_user_is_told(string content)
    {
        using var folder = new TemporaryFolder();
        using var store = folder.OpenStore();
        File.WriteAllText(Path.Combine(folder.Path, "listener-user.json"), content);

        var error = Assert.Throws<StoreException>(() => Embedded.Wire.WireListener.Start(store, port: 0, _ => { }));

        Assert.Contains("Without it a new user is made.", error.Message, StringComparison.Ordinal);
    }
}
