using OwnedData.Server.Commands;

namespace OwnedData.Server.Tests.Commands;

public sealed class AccessMatrixCommandTests : IDisposable
{
    private const string Model = """
        type Item @collection(name: "items") @public
          @restrict(where: { kind: { neq: "<b>" } })
          @allow(on: [UPDATE], roles: ["editor"]) @authorize(policy: "write", roles: ["editor", "chief"], on: [UPDATE]) {
          kind: String
          price: Float @readOnly @authorize(policy: "prices")
          hidden_gate: String @internal @authorize(policy: "hidden_policy")
          place: Place
        }
        type Own @collection(name: "own") @owned {
          title: String
        }
        type Place {
          town: String @authorize(policy: "towns")
        }
        """;

    private readonly TestFolder _folder = new();

    [Fact]
    public async Task The_table_has_a_line_between_types_and_says_once_what_several_operations_share()
    {
        var (exitCode, output, error) = await RunAsync("--model", WriteModel());

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Equal(
            """
            Operation     Needs: all of      Ways in: one of                                 As well: all of
            ── Item ────────────────────────────────────────────────────────────────────────────────────────────────────────────────
            READ          nothing            model.graphql:1 @public                         model.graphql:2 @restrict(where: {kind:
                                                                                             {neq: "<b>"}})
            UPDATE        write and role     model.graphql:3 @allow(on: [UPDATE], roles:     model.graphql:2 @restrict(where: {kind:
                          editor or chief    ["editor"])                                     {neq: "<b>"}})
            CREATE        not published
            DELETE
            price         prices             model.graphql:5 for READ of this field, too
            place.town    towns              model.graphql:13 for READ, UPDATE of this
                                             field, too
            ── Own ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────
            READ          a token            model.graphql:9 @owned
            CREATE
            UPDATE
            DELETE

            """.ReplaceLineEndings("\n"),
            string.Join('\n', output.Split('\n').Select(line => line.TrimEnd())));
    }

    [Fact]
    public async Task The_table_fits_120_columns()
    {
        var (_, output, _) = await RunAsync();

        Assert.All(output.Split('\n'), line => Assert.InRange(line.Length, 0, 120));
    }

    [Fact]
    public async Task The_page_shows_every_rule_as_text_with_its_line()
    {
        var html = await WritePageAsync();

        Assert.Contains(
            """
            <tr><th scope="row"><span>READ</span> </th><td data-label="Needs: all of">nothing, not even a token</td><td data-label="Ways in: one of"><ul class="way"><li><code>@public</code><span class="at">model.graphql:1</span></li></ul></td><td data-label="Walls: all of"><ul class="wall"><li><code>@restrict(where: {kind: {neq: &quot;&lt;b&gt;&quot;}})</code><span class="at">model.graphql:2</span></li></ul></td></tr>
            """,
            html,
            StringComparison.Ordinal);
        Assert.DoesNotContain("<b>\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_says_of_a_closed_operation_that_it_is_not_published_and_nothing_else() =>
        Assert.Contains(
            "<tr class=\"closed\"><th scope=\"row\"><span>CREATE</span> <span>DELETE</span> </th><td colspan=\"3\">not published</td></tr>",
            await WritePageAsync(),
            StringComparison.Ordinal);

    [Fact]
    public async Task The_page_shows_gates_of_fields_and_no_internal_field()
    {
        var html = await WritePageAsync();

        Assert.Contains(
            """
            <tr><th scope="row"><code>place.town</code></th><td data-label="Needs: all of"><ul class="need"><li><code>towns</code><span class="at">model.graphql:13</span></li></ul></td><td class="dim" colspan="2">for READ, UPDATE of this field, beside what the document takes</td></tr>
            """,
            html,
            StringComparison.Ordinal);
        Assert.DoesNotContain("hidden_", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_begins_with_each_type_at_a_glance()
    {
        var html = await WritePageAsync();

        Assert.Contains(
            """
            <tr><th scope="row"><a href="#Item">Item</a></th><td><span class="way">everyone</span> <span class="wall">1 wall</span></td><td><span class="none" title="not published">–</span></td><td><span class="way">role editor</span> <span class="wall">1 wall</span></td><td><span class="none" title="not published">–</span></td></tr>
            <tr><th scope="row"><a href="#Own">Own</a></th><td><span class="way">their own</span></td><td><span class="way">their own</span></td><td><span class="way">their own</span></td><td><span class="way">their own</span></td></tr>
            """.ReplaceLineEndings("\n"),
            html,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script")]
    [InlineData("<link")]
    [InlineData("src=")]
    [InlineData("url(")]
    [InlineData("@import")]
    [InlineData("http")]
    public async Task The_page_asks_for_nothing_and_runs_nothing(string forbidden) =>
        Assert.DoesNotContain(forbidden, await WritePageAsync(), StringComparison.Ordinal);

    [Fact]
    public async Task A_page_that_can_not_be_written_is_told_in_one_line()
    {
        var (exitCode, output, error) = await RunAsync("--html", Path.Combine(_folder.Path, "missing", "access.html"));

        Assert.Equal((1, ""), (exitCode, output));
        Assert.StartsWith("The page can't be written: ", error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private string WriteModel()
    {
        var model = Path.Combine(_folder.Path, "model.graphql");
        File.WriteAllText(model, Model);
        return model;
    }

    private async Task<string> WritePageAsync()
    {
        var page = Path.Combine(_folder.Path, "access.html");
        Assert.Equal((0, "access.html is written.\n", ""), await RunAsync("--model", WriteModel(), "--html", page));
        return await File.ReadAllTextAsync(page);
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exitCode = await CommandLine.RunAsync(["access", "matrix", .. arguments], output, error);
        return (exitCode, output.ToString(), error.ToString());
    }
}
