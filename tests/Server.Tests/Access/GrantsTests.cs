using OwnedData.Bson;
using OwnedData.Mongo.Commands;
using OwnedData.Server.Startup;

namespace OwnedData.Server.Tests.Access;

/// <summary>Grants over HTTP: what the store grants counts as what the token says, and no request can change it.</summary>
public sealed class GrantsTests : IAsyncLifetime, IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task Granted_permissions_and_roles_are_the_viewers_and_open_what_they_name()
    {
        await using var server = await StartAsync("""{ "_id": "ada", "permissions": ["read:notes"], "roles": ["editor"] }""");

        var alice = await server.PostAsync("""{"query":"{ viewer { subject scopes roles permissions } notes { totalCount } }"}""", server.CreateToken("ada", "x"));
        var bob = await server.PostAsync("""{"query":"{ viewer { subject scopes roles permissions } }"}""", server.CreateToken("ben", "x"));
        var nobody = await server.PostAsync("""{"query":"{ viewer { subject } }"}""");

        Assert.Equal(
            """{"data":{"viewer":{"subject":"ada","scopes":["x"],"roles":["editor"],"permissions":["read:notes"]},"notes":{"totalCount":0}}}""",
            await alice.Content.ReadAsStringAsync());
        Assert.Equal(
            """{"data":{"viewer":{"subject":"ben","scopes":["x"],"roles":[],"permissions":[]}}}""",
            await bob.Content.ReadAsStringAsync());
        Assert.Equal("""{"data":{"viewer":null}}""", await nobody.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Grants_of_the_wrong_shape_open_nothing()
    {
        await using var server = await StartAsync("""{ "_id": "ada", "permissions": ["read:notes"], "roles": "editor" }""");

        var response = await server.PostAsync("""{"query":"{ viewer { roles permissions } notes { totalCount } }"}""", server.CreateToken("ada", "x"));

        Assert.StartsWith(
            """{"errors":[{"message":"The current user is not authorized to access this resource.",""", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.EndsWith(
            "\"data\":{\"viewer\":{\"roles\":[],\"permissions\":[]},\"notes\":null}}", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_stores_a_type_in_the_collection_of_grants_does_not_start()
    {
        var refusal = await Assert.ThrowsAsync<StartupException>(() => TestServer.StartAsync(("Access:Grants", "notes")));

        Assert.Equal(
            "The type Note is stored in notes, which Access:Grants names: who may write it could grant anything. Name another collection.", refusal.Message);
    }

    [Fact]
    public async Task A_model_whose_rules_ask_for_grants_does_not_start_without_a_collection_of_them()
    {
        var model = Path.Combine(_folder.Path, "model.graphql");
        await File.WriteAllTextAsync(model, """
            type Message @collection(name: "messages") @owned
              @restrict(on: [CREATE], where: { to: { in: "$grant:may_email" } }) {
              to: String!
            }
            """);

        var refusal = await Assert.ThrowsAsync<StartupException>(() => TestServer.StartAsync(("Model", model)));

        Assert.Equal(
            """
            Rules ask for grants, and Access:Grants names no collection of them, so they would never hold. Name one with --grants.
            model.graphql:2 @restrict(on: [CREATE], where: {to: {in: "$grant:may_email"}})
            """,
            refusal.Message);
    }

    [Theory]
    [InlineData("Access:Grants", "a$b")]
    [InlineData("Access:Grants", "system.users")]
    [InlineData("Access:GrantsCache", "soon")]
    [InlineData("Access:GrantsCache", "-00:00:01")]
    [InlineData("Access:GrantsCache", "01:00:01")]
    public async Task A_wrong_setting_is_named(string key, string value)
    {
        var refusal = await Assert.ThrowsAsync<StartupException>(() => TestServer.StartAsync((key, value)));

        Assert.StartsWith($"{key} can't be `{value}`. ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_servers_own_collection_holds_no_grants()
    {
        var refusal = await Assert.ThrowsAsync<StartupException>(() => TestServer.StartAsync(("Access:Grants", "owneddata_settings")));

        Assert.Equal("Access:Grants can't be owneddata_settings, which the server keeps its own settings in. Name another collection.", refusal.Message);
    }

    [Fact]
    public async Task No_field_of_the_API_reads_or_writes_them()
    {
        await using var server = await StartAsync("""{ "_id": "ada", "roles": ["editor"] }""");

        var sdl = await server.Client.GetStringAsync(new Uri("/graphql?sdl", UriKind.Relative));

        Assert.DoesNotContain("grant", sdl, StringComparison.OrdinalIgnoreCase);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => TestStore.DropAsync(_folder.Path);

    public void Dispose() => _folder.Dispose();

    private async Task<TestServer> StartAsync(string grants)
    {
        TestKeys.WriteDevelopmentKey(_folder.Path);
        using (var opened = TestStore.Open(_folder.Path))
        {
            await opened.Store.ExecuteAsync(new InsertCommand("grants") { Documents = [BsonDocument.Parse(grants)] }, default);
        }

        return await TestServer.StartAsync(("Data", _folder.Path), ("Access:Grants", "grants"));
    }
}
