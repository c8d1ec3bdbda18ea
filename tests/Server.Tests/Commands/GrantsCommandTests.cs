using OwnedData.Bson;
using OwnedData.Mongo.Commands;
using OwnedData.Server.Commands;
using OwnedData.Server.Startup;

namespace OwnedData.Server.Tests.Commands;

public sealed class GrantsCommandTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task What_is_set_is_shown_and_stays_until_it_is_unset()
    {
        Assert.Equal(
            (0, "permissions=[\"all:email\"]\nmay_email=[\"bob\", \"carol\"]\nlevel=3\n", ""),
            await RunAsync("set", "alice", "permissions=all:email", "may_email=bob", "may_email=carol", "level=3"));
        Assert.Equal(
            (0, "permissions=[\"all:email\"]\nmay_email=[\"bob\", \"carol\"]\nlevel=4\n", ""),
            await RunAsync("set", "alice", "level=4"));
        Assert.Equal((0, "permissions=[\"all:email\"]\nmay_email=[\"bob\", \"carol\"]\nlevel=4\n", ""), await RunAsync("show", "alice"));
        Assert.Equal((0, "permissions=[\"all:email\"]\n", ""), await RunAsync("unset", "alice", "level", "may_email"));
        Assert.Equal((0, "alice has no grants.\n", ""), await RunAsync("unset", "alice"));
        Assert.Equal((0, "alice has no grants.\n", ""), await RunAsync("show", "alice"));
    }

    [Theory]
    [InlineData("x=text", "x=\"text\"")]
    [InlineData("x=\"7\"", "x=\"7\"")]
    [InlineData("x=7", "x=7")]
    [InlineData("x=7000000000", "x=7000000000")]
    [InlineData("x=0.5", "x=0.5")]
    [InlineData("x=true", "x=true")]
    [InlineData("x=null", "x=\"null\"")]
    [InlineData("x={\"$ne\":1}", "x=\"{\\\"$ne\\\":1}\"")]
    [InlineData("x=", "x=\"\"")]
    [InlineData("x=a=b", "x=\"a=b\"")]
    [InlineData("x=[]", "x=[]")]
    [InlineData("x=[1,\"b\",false]", "x=[1, \"b\", false]")]
    [InlineData("roles=editor", "roles=[\"editor\"]")]
    [InlineData("https://my-api.com/dep.art=sales", "https://my-api.com/dep.art=\"sales\"")]
    public async Task A_value_is_JSON_or_else_a_text(string given, string shown) =>
        Assert.Equal((0, shown + "\n", ""), await RunAsync("set", "alice", given));

    [Fact]
    public async Task Another_subjects_grants_are_left_alone()
    {
        await RunAsync("set", "alice", "x=1");
        await RunAsync("set", "https://issuer.example/ alice", "x=2");
        await RunAsync("unset", "alice");

        Assert.Equal((0, "x=2\n", ""), await RunAsync("show", "https://issuer.example/ alice"));
    }

    [Theory]
    [InlineData("set alice x", "A grant must be name=value, the name without `$` in front and not `_id`; not `x`.\nSee --help.\n")]
    [InlineData("set alice _id=x", "A grant must be name=value, the name without `$` in front and not `_id`; not `_id=x`.\nSee --help.\n")]
    [InlineData("set alice $set=x", "A grant must be name=value, the name without `$` in front and not `_id`; not `$set=x`.\nSee --help.\n")]
    [InlineData("set alice permissions=1", "Nothing is changed: `permissions` is no list of strings.\n")]
    [InlineData("unset alice x", "Nothing is changed: alice has no grant x.\n")]
    public async Task What_is_wrong_is_said_and_changes_nothing(string arguments, string message)
    {
        Assert.Equal((1, "", message), await RunAsync(arguments.Split(' ')));
        Assert.Equal((0, "alice has no grants.\n", ""), await RunAsync("show", "alice"));
    }

    [Fact]
    public async Task Grants_that_do_not_count_are_shown_with_the_reason()
    {
        using (var store = StoreOpening.Open(_folder.Path))
        {
            await store.ExecuteAsync(new InsertCommand("grants") { Documents = [BsonDocument.Parse("""{ "_id": "alice", "roles": "editor" }""")] }, default);
        }

        Assert.Equal((1, "roles=\"editor\"\n", "None of this counts: `roles` is no list of strings.\n"), await RunAsync("show", "alice"));
    }

    [Fact]
    public async Task Without_a_collection_the_commands_take_the_samples()
    {
        await RunAsync("set", "alice", "may_email=[\"bob\"]");
        using var output = new StringWriter { NewLine = "\n" };

        var exitCode = await CommandLine.RunAsync(["grants", "show", "alice", "--data", _folder.Path], output, TextWriter.Null);

        Assert.Equal((0, "may_email=[\"bob\"]\n"), (exitCode, output.ToString()));
    }

    [Fact]
    public async Task Beside_a_running_server_the_commands_say_that_the_folder_is_in_use()
    {
        using var store = StoreOpening.Open(_folder.Path);

        var (exitCode, _, error) = await RunAsync("show", "alice");

        Assert.Equal(1, exitCode);
        Assert.StartsWith($"The data folder {_folder.Path} is in use by another process", error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exitCode = await CommandLine.RunAsync(["grants", .. arguments, "--data", _folder.Path, "--grants", "grants"], output, error);
        return (exitCode, output.ToString(), error.ToString());
    }
}
