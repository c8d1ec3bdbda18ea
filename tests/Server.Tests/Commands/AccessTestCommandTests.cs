using System.Runtime.CompilerServices;
using OwnedData.Server.Commands;

namespace OwnedData.Server.Tests.Commands;

public sealed class AccessTestCommandTests : IDisposable
{
    private const string NoteModel = """
        type Note @collection(name: "notes") @owned
          @allow(on: [READ], where: { or: [{ readers: { some: { eq: "$sub" } } }, { team: { eq: "$claim:team" } }] })
          @restrict(where: { locked: { neq: true } }, message: "It is locked.")
          @authorize(policy: "read", on: [READ]) {
          title: String
          readers: [String!]! @default(value: [])
          team: String
          locked: Boolean! @default(value: false)
        }
        """;

    private const string Personas = """
        "personas": { "alice": { "sub": "alice", "scope": "read" }, "bob": { "sub": "bob", "scope": "read", "team": "" } },
        "documents": { "Note": { "n": { "owner_id": "alice", "locked": false, "readers": ["bob"] }, "l": { "owner_id": "alice", "locked": true } } },
        """;

    private const string FieldModel = """
        type Item @collection(name: "items") @allow(on: [READ, UPDATE], where: { seers: { some: { eq: "$sub" } } })
          @authorize(policy: "items", on: [READ]) @restrict(on: [CREATE], where: { seers: { any: true } }) {
          seers: [String!]! @default(value: []) @readOnly
          places: [Place!]! @default(value: [])
          near: Item @reference
          far: Item @reference
        } type Place { town: String @authorize(policy: "towns") country: String }
        """;

    private const string ItemPersonas = """
        "personas": { "bob": { "sub": "bob", "scope": "items" }, "carol": { "sub": "carol", "scope": "items" } },
        "documents": { "Item": { "i": { "seers": ["bob"], "places": [{ "town": "Chur", "country": "CH" }], "near_id": "i", "far_id": "j" }, "j": { "seers": [] } } },
        """;

    private readonly TestFolder _folder = new();

    [Fact]
    public async Task A_file_that_holds_and_exercises_every_rule_ends_well()
    {
        var folder = FindFolder();

        var (exitCode, output, error) = await RunCommandAsync(
            "access", "test", Path.Combine(folder, "documents.access.json"), "--model", Path.Combine(folder, "documents.graphql"), "--require-coverage");

        Assert.Equal((0, ""), (exitCode, error));
        Assert.DoesNotContain("FAIL", output, StringComparison.Ordinal);
        Assert.EndsWith("44 passed, 0 failed. Exercised: 21 of 21 gates, ways in and restrictions.\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_fails_is_told_with_the_rules_that_decided_and_what_was_not_exercised_with_its_line()
    {
        var (exitCode, output, _) = await RunAsync("""
            { "as": "bob", "type": "Note", "id": "n", "mayNot": "read", "may": "delete" },
            { "as": "alice", "type": "Note", "id": "l", "may": "update" },
            { "as": "anonymous", "type": "Note", "id": "n", "may": "read" },
            """);

        Assert.Equal(1, exitCode);
        Assert.Equal(
            """
            test.json
            FAIL  bob may delete Note n; it was: NotAllowedError, You may not delete a Note like this.
                  not let in by model.graphql:1 @owned
            FAIL  bob may not read Note n; it was: allowed
                  let in by model.graphql:2 @allow(on: [READ], where: {or: [{readers: {some: {eq: "$sub"}}}, {team: {eq: "$claim:team"}}]}) (the claim team is empty)
            """,
            string.Join('\n', output.Split('\n').Take(5)));
        Assert.Contains("      stopped by model.graphql:3 @restrict(where: {locked: {neq: true}}, message: \"It is locked.\")\n", output, StringComparison.Ordinal);
        Assert.Contains("      stopped by model.graphql:4 @authorize(policy: \"read\", on: [READ]) (nobody is signed in)\n", output, StringComparison.Ordinal);
        Assert.Contains("0 passed, 4 failed. Exercised: 3 of 11 gates, ways in and restrictions.\n", output, StringComparison.Ordinal);
        Assert.Contains("gap   Note READ: nobody got in by model.graphql:2 { team: { eq: \"$claim:team\" } }\n", output, StringComparison.Ordinal);
        Assert.Contains("gap   Note CREATE: nobody was stopped by model.graphql:3 @restrict", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fields_inside_objects_are_read_and_given_by_their_path()
    {
        var (exitCode, output, _) = await RunAsync(
            """
            { "as": "bob", "type": "Item", "id": "i", "may": ["read places", "read places.country"], "mayNot": "read places.town" },
            { "as": "bob", "type": "Item", "id": "i", "update": { "places": [{ "country": "CH" }] }, "expect": "allowed" },
            { "as": "bob", "type": "Item", "id": "i", "update": { "places": [{ "town": null }] }, "expect": "AUTH_NOT_AUTHORIZED" },
            """,
            FieldModel,
            ItemPersonas);

        Assert.Equal(0, exitCode);
        Assert.EndsWith(
            """
            5 passed, 0 failed. Exercised: 4 of 5 gates, ways in and restrictions.
            gap   Item READ: nobody was stopped by model.graphql:2 @authorize(policy: "items", on: [READ])

            """.ReplaceLineEndings("\n"),
            output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_is_hidden_says_nothing_of_the_gate_of_its_field()
    {
        var (exitCode, output, _) = await RunAsync("""{ "as": "carol", "type": "Item", "id": "i", "mayNot": "read places.town" }""", FieldModel, ItemPersonas);

        Assert.Equal(0, exitCode);
        Assert.Contains("gap   Item READ: nobody was stopped by model.graphql:7 @authorize(policy: \"towns\")\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reference_to_what_the_persona_does_not_see_is_not_read()
    {
        var (exitCode, output, _) = await RunAsync(
            """
            { "as": "bob", "type": "Item", "id": "i", "may": ["read near"], "mayNot": "read far" },
            { "as": "bob", "type": "Item", "id": "i", "may": ["read far"] },
            """,
            FieldModel,
            ItemPersonas);

        Assert.Equal(1, exitCode);
        Assert.Contains("ok    bob may read near of Item i\nok    bob may not read far of Item i\nFAIL  bob may read far of Item i; it was: hidden\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gaps_alone_fail_only_when_that_is_asked_for()
    {
        const string expectations = """{ "as": "bob", "type": "Note", "id": "n", "may": "read" }""";

        Assert.Equal(0, (await RunAsync(expectations)).ExitCode);
        Assert.Equal(1, (await RunAsync(expectations, "--require-coverage")).ExitCode);
    }

    [Fact]
    public async Task An_attempt_leaves_the_documents_as_they_were_for_the_next()
    {
        var (exitCode, output, _) = await RunAsync("""
            { "as": "alice", "type": "Note", "id": "n", "may": ["delete", "read"] },
            { "as": "alice", "type": "Note", "id": "n", "update": { "readers": [] }, "expect": "allowed" },
            { "as": "bob", "type": "Note", "id": "n", "may": "read" },
            """);

        Assert.Equal((0, 4), (exitCode, output.Split("\nok ").Length - 1));
    }

    [Fact]
    public async Task An_input_that_is_wrong_in_itself_proves_nothing()
    {
        var (exitCode, output, _) = await RunAsync("""{ "as": "alice", "type": "Note", "create": { "titel": "x" }, "expect": "refused" }""");

        Assert.Equal(1, exitCode);
        Assert.Contains("it was: HC0018, ", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "as": "carol", "type": "Note", "id": "n", "may": "read" }""", "test.json: expect[0]: there is no persona carol.")]
    [InlineData("""{ "as": "alice", "type": "Nope", "id": "n", "may": "read" }""", "test.json: expect[0]: the model stores no type Nope, but Note.")]
    [InlineData("""{ "as": "alice", "type": "Note", "id": "x", "may": "read" }""", "test.json: expect[0]: there is no document x under documents.Note.")]
    [InlineData("""{ "as": "alice", "type": "Note", "id": "n", "may": "write" }""", "test.json: expect[0]: `write` is none of read, update, delete, and `read` with a field; what is made is written as \"create\": { … }, \"expect\": \"allowed\".")]
    [InlineData("""{ "as": "alice", "type": "Note", "id": "n", "may": "read author" }""", "test.json: expect[0]: Note has no field author to read.")]
    [InlineData("""{ "as": "alice", "type": "Note", "id": "n" }""", "test.json: expect[0]: it says neither `may`, `mayNot`, `create` nor `update`.")]
    [InlineData("""{ "as": "alice", "type": "Note", "id": "n", "can": "read" }""", "test.json: expect[0]: `can` is none of as, type, id, may, mayNot, create, update, expect.")]
    [InlineData("""{ "as": "alice", "type": "Note", "create": {} }""", "test.json: expect[0]: `expect` is missing.")]
    [InlineData("""{ "as": 1, "type": "Note", "id": "n", "may": "read" }""", "test.json: expect[0].as: this must be a text or a list of texts.")]
    [InlineData("", "test.json: expect: a list of what personas may and may not is missing.")]
    public async Task A_file_that_is_wrong_fails_with_its_place(string expectations, string message) =>
        Assert.Equal((1, "", message + "\n"), await RunAsync(expectations));

    [Theory]
    [InlineData("""{ "personas": { "a": { "scope": "x" } } }""", "test.json: personas.a: a persona is the payload of a token with a `sub`, such as { \"sub\": \"alice\", \"scope\": \"read:notes\" }.")]
    [InlineData("""{ "personas": { "a": { "sub": "a", "grants": { "roles": "x" } } } }""", "test.json: personas.a.grants: `roles` is no list of strings.")]
    [InlineData("""{ "documents": { "Note": { "n": { "_id": 1 } } } }""", "test.json: documents.Note.n: the name is the document's id already, leave `_id` out.")]
    [InlineData("{ \"personas\": ", "test.json:1:")]
    public async Task A_persona_or_document_that_is_wrong_fails_with_its_place(string file, string message)
    {
        var (exitCode, output, error) = await RunFileAsync(file, NoteModel);

        Assert.Equal((1, ""), (exitCode, output));
        Assert.StartsWith(message, error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private Task<(int ExitCode, string Output, string Error)> RunAsync(string expectations, params string[] options) =>
        RunFileAsync($"{{ {Personas} \"expect\": [{expectations}] }}", NoteModel, options);

    private Task<(int ExitCode, string Output, string Error)> RunAsync(string expectations, string model, string personas) =>
        RunFileAsync($"{{ {personas} \"expect\": [{expectations}] }}", model);

    private async Task<(int ExitCode, string Output, string Error)> RunFileAsync(string file, string graphql, params string[] options)
    {
        var (path, model) = (Path.Combine(_folder.Path, "test.json"), Path.Combine(_folder.Path, "model.graphql"));
        await File.WriteAllTextAsync(path, file);
        await File.WriteAllTextAsync(model, graphql);
        return await RunCommandAsync(["access", "test", path, "--model", model, .. options]);
    }

    private static string FindFolder([CallerFilePath] string thisFile = "") => Path.GetFullPath("../../AccessTesting", thisFile);

    private static async Task<(int ExitCode, string Output, string Error)> RunCommandAsync(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exitCode = await CommandLine.RunAsync(arguments, output, error);
        return (exitCode, output.ToString(), error.ToString());
    }
}
