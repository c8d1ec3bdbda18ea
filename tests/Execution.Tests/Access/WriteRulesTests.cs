using System.Collections.Frozen;
using OwnedData.Bson;
using OwnedData.Execution.Access;
using OwnedData.Execution.Tests.Support;

namespace OwnedData.Execution.Tests.Access;

/// <summary>CREATE, UPDATE and DELETE under rules: what is written, what is not, and what the viewer is told.</summary>
public sealed class WriteRulesTests
{
    private const string Tasks = """
        type Task @collection(name: "tasks") @versioned @owned
          @allow(on: [READ], where: { readers: { some: { eq: "$sub" } } })
          @allow(on: [READ, CREATE, UPDATE], where: { assignee: { eq: "$sub" } }, message: "Only the assignee changes a task.")
          @restrict(where: { org: { eq: "$claim:org" } })
          @restrict(on: [UPDATE, DELETE], where: { status: { neq: DONE } }, message: "What is done stays.")
          @restrict(on: [CREATE], where: { points: { lte: 10 } }, message: "A task has at most 10 points.") {
          title: String!
          org: String!
          assignee: String
          readers: [String!]
          points: Int @default(value: 1)
          status: Status! @default(value: OPEN)
          maker: String! @createdBy
          project: Project @reference
        }
        enum Status { OPEN DONE }
        type Project @collection(name: "projects") @owned @authorize(policy: "read:projects", on: [READ]) { name: String! tasks: [Task!]! @inverse(of: "project") }
        """;

    private const string Result = "{ task { title version } errors { __typename ... on Error { message } } }";
    private const string First = "650000000000000000000001";

    private static readonly Viewer s_alice = ViewerOf("alice");
    private static readonly Viewer s_bob = ViewerOf("bob");

    [Fact]
    public async Task A_create_is_stamped_with_owner_tenant_maker_and_version()
    {
        using var api = await Api.CreateAsync(Tasks);

        var response = await api.RunAsync($"mutation {{ createTask(input: {{ title: \"x\" }}) {Result} }}", s_alice);

        Assert.Equal("""{"data":{"createTask":{"task":{"title":"x","version":1},"errors":null}}}""", response);
        var command = Assert.Single(api.Store.Commands).ToString();
        Assert.Contains("""
            "owner_id": "alice", "org": "acme", "title": "x", "points": 1, "status": "OPEN", "maker": "alice", "version": 1}
            """.Trim(), command, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title: \"x\", org: \"other\"", "You may not create a Task like this.")]
    [InlineData("title: \"x\", points: 11", "A task has at most 10 points.")]
    public async Task A_create_that_breaks_a_rule_writes_nothing_and_tells_the_rules_message(string input, string message)
    {
        using var api = await Api.CreateAsync(Tasks);

        var response = await api.RunAsync($"mutation {{ createTask(input: {{ {input} }}) {Result} }}", s_alice);

        Assert.Equal($$$$"""{"data":{"createTask":{"task":null,"errors":[{"__typename":"NotAllowedError","message":"{{{{message}}}}"}]}}}""", response);
        Assert.Empty(api.Store.Commands);
    }

    [Fact]
    public async Task A_create_for_which_the_tenant_is_not_known_is_not_allowed()
    {
        using var api = await Api.CreateAsync(Tasks);

        var response = await api.RunAsync($"mutation {{ createTask(input: {{ title: \"x\" }}) {Result} }}", Api.Alice);

        Assert.Contains("NotAllowedError", response, StringComparison.Ordinal);
        Assert.Empty(api.Store.Commands);
    }

    [Fact]
    public async Task What_the_viewer_may_not_see_is_answered_word_for_word_like_an_id_that_never_was()
    {
        using var api = await Api.CreateAsync(Tasks);
        await api.InsertAsync("tasks", Stored(First, "\"owner_id\": \"carol\""));

        foreach (var mutation in (string[])["updateTask(input: { id: \"ID\", title: \"y\" })", "deleteTask(input: { id: \"ID\" })", "updateTask(input: { id: \"ID\", title: \"y\", ifVersion: 1 })"])
        {
            api.Store.Clear();
            var foreign = await api.RunAsync($"mutation {{ {mutation.Replace("ID", IdOf(First), StringComparison.Ordinal)} {Result} }}", s_bob);
            var commandsForForeign = api.Store.Commands.Count;
            api.Store.Clear();
            var never = await api.RunAsync($"mutation {{ {mutation.Replace("ID", IdOf("6500000000000000000000ff"), StringComparison.Ordinal)} {Result} }}", s_bob);

            Assert.Contains("""{"task":null,"errors":[{"__typename":"TaskNotFoundError","message":"There is no Task with this id."}]}""", foreign, StringComparison.Ordinal);
            Assert.Equal(foreign, never);
            Assert.Equal((2, 2), (commandsForForeign, api.Store.Commands.Count));
        }
    }

    [Fact]
    public async Task Who_may_read_but_not_change_is_told_the_rules_message()
    {
        using var api = await Api.CreateAsync(Tasks);
        await api.InsertAsync("tasks", Stored(First, "\"owner_id\": \"carol\", \"readers\": [\"bob\"]"));

        var update = await api.RunAsync($"mutation {{ updateTask(input: {{ id: \"{IdOf(First)}\", title: \"y\" }}) {Result} }}", s_bob);
        var delete = await api.RunAsync($"mutation {{ deleteTask(input: {{ id: \"{IdOf(First)}\" }}) {Result} }}", s_bob);

        Assert.Equal("""{"data":{"updateTask":{"task":null,"errors":[{"__typename":"NotAllowedError","message":"Only the assignee changes a task."}]}}}""", update);
        Assert.Equal("""{"data":{"deleteTask":{"task":null,"errors":[{"__typename":"NotAllowedError","message":"You may not delete a Task like this."}]}}}""", delete);
    }

    [Fact]
    public async Task A_restrict_that_fails_tells_its_own_message()
    {
        using var api = await Api.CreateAsync(Tasks);
        await api.InsertAsync("tasks", Stored(First, "\"owner_id\": \"alice\", \"status\": \"DONE\""));

        var response = await api.RunAsync($"mutation {{ deleteTask(input: {{ id: \"{IdOf(First)}\" }}) {Result} }}", s_alice);

        Assert.Equal("""{"data":{"deleteTask":{"task":null,"errors":[{"__typename":"NotAllowedError","message":"What is done stays."}]}}}""", response);
    }

    [Theory]
    [InlineData("status: DONE", "What is done stays.")]
    [InlineData("org: \"other\"", "You may not update a Task like this.")]
    public async Task An_update_whose_new_image_breaks_a_rule_writes_nothing(string change, string message)
    {
        using var api = await Api.CreateAsync(Tasks);
        await api.InsertAsync("tasks", Stored(First, "\"owner_id\": \"alice\""));

        var response = await api.RunAsync($"mutation {{ updateTask(input: {{ id: \"{IdOf(First)}\", {change} }}) {Result} }}", s_alice);

        Assert.Equal($$$$"""{"data":{"updateTask":{"task":null,"errors":[{"__typename":"NotAllowedError","message":"{{{{message}}}}"}]}}}""", response);
        Assert.DoesNotContain(api.Store.Commands, command => command.ToString().StartsWith("{\"findAndModify\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_new_image_is_checked_in_the_commands_own_filter_where_it_depends_on_the_document()
    {
        using var api = await Api.CreateAsync(Tasks);
        await api.InsertAsync("tasks", Stored(First, "\"owner_id\": \"carol\", \"assignee\": \"bob\""), Stored("650000000000000000000002", "\"owner_id\": \"bob\", \"assignee\": \"bob\""));

        var givenAway = await api.RunAsync($"mutation {{ updateTask(input: {{ id: \"{IdOf(First)}\", assignee: \"dave\" }}) {Result} }}", s_bob);
        var command = api.Store.Commands[0].ToString();
        var ownGivenAway = await api.RunAsync($"mutation {{ updateTask(input: {{ id: \"{IdOf("650000000000000000000002")}\", assignee: \"dave\" }}) {Result} }}", s_bob);

        Assert.Equal("""{"data":{"updateTask":{"task":null,"errors":[{"__typename":"NotAllowedError","message":"Only the assignee changes a task."}]}}}""", givenAway);
        Assert.Contains(
            """{"$and": [{"org": "acme"}, {"status": {"$ne": "DONE"}}, {"$or": [{"owner_id": "bob"}, {"assignee": "bob"}]}, {"owner_id": "bob"}, {"_id": """,
            command,
            StringComparison.Ordinal);
        Assert.Equal("""{"data":{"updateTask":{"task":{"title":"Task","version":4},"errors":null}}}""", ownGivenAway);
    }

    [Fact]
    public async Task A_field_that_is_cleared_is_missing_in_the_new_image()
    {
        using var api = await Api.CreateAsync(Tasks);
        await api.InsertAsync("tasks", Stored(First, "\"owner_id\": \"carol\", \"assignee\": \"bob\""));

        var response = await api.RunAsync($"mutation {{ updateTask(input: {{ id: \"{IdOf(First)}\", assignee: null }}) {Result} }}", s_bob);

        Assert.Contains("NotAllowedError", response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_update_counts_the_version_and_one_that_means_another_version_changes_nothing()
    {
        using var api = await Api.CreateAsync(Tasks);
        await api.InsertAsync("tasks", Stored(First, "\"owner_id\": \"alice\""));
        var id = IdOf(First);

        var first = await api.RunAsync($"mutation {{ updateTask(input: {{ id: \"{id}\", title: \"a\", ifVersion: 3 }}) {Result} }}", s_alice);
        var late = await api.RunAsync($"mutation {{ updateTask(input: {{ id: \"{id}\", title: \"b\", ifVersion: 3 }}) {Result} }}", s_alice);
        var lateDelete = await api.RunAsync($"mutation {{ deleteTask(input: {{ id: \"{id}\", ifVersion: 3 }}) {Result} }}", s_alice);
        var whatever = await api.RunAsync($"mutation {{ updateTask(input: {{ id: \"{id}\", title: \"c\", ifVersion: null }}) {Result} }}", s_alice);

        const string conflict = """{"task":null,"errors":[{"__typename":"VersionConflictError","message":"The Task has another version than 3: it was changed in the meantime."}]}""";
        Assert.Equal("""{"data":{"updateTask":{"task":{"title":"a","version":4},"errors":null}}}""", first);
        Assert.Equal("{\"data\":{\"updateTask\":" + conflict + "}}", late);
        Assert.Equal("{\"data\":{\"deleteTask\":" + conflict + "}}", lateDelete);
        Assert.Equal("""{"data":{"updateTask":{"task":{"title":"c","version":5},"errors":null}}}""", whatever);
    }

    [Fact]
    public async Task A_reference_that_is_missing_foreign_or_no_id_is_one_answer_and_writes_nothing()
    {
        using var api = await Api.CreateAsync(Tasks);
        await api.InsertAsync("projects", $$"""{ "_id": { "$oid": "{{First}}" }, "owner_id": "carol", "name": "x" }""");
        await api.InsertAsync("tasks", Stored(First, "\"owner_id\": \"alice\""));
        var answers = new HashSet<string>();

        foreach (var id in (string[])[GlobalIdOf("Project:" + First), GlobalIdOf("Project:6500000000000000000000ff"), GlobalIdOf("Task:" + First), "nonsense", ""])
        {
            answers.Add(await api.RunAsync(
                $"mutation {{ createTask(input: {{ title: \"x\", projectId: \"{id}\" }}) {{ task {{ title }} errors {{ __typename ... on ReferenceNotFoundError {{ message path }} }} }} }}", s_alice));
            var update = await api.RunAsync($"mutation {{ updateTask(input: {{ id: \"{IdOf(First)}\", projectId: \"{id}\" }}) {Result} }}", s_alice);
            Assert.Contains("ReferenceNotFoundError", update, StringComparison.Ordinal);
        }

        Assert.Equal(
            """{"data":{"createTask":{"task":null,"errors":[{"__typename":"ReferenceNotFoundError","message":"There is no Project with this id.","path":["input","projectId"]}]}}}""",
            Assert.Single(answers));
        Assert.All(api.Store.Commands, command => Assert.StartsWith("{\"find\": \"projects\"", command.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reference_is_stored_as_the_targets_id_and_needs_the_gates_of_reading_it()
    {
        using var api = await Api.CreateAsync(Tasks);
        await api.InsertAsync("projects", $$"""{ "_id": { "$oid": "{{First}}" }, "owner_id": "alice", "name": "x" }""");
        var create = $"mutation {{ createTask(input: {{ title: \"x\", projectId: \"{GlobalIdOf("Project:" + First)}\" }}) {Result} }}";

        var stored = await api.RunAsync(create, s_alice);
        var commands = api.Store.Commands.Select(command => command.ToString()).ToList();
        var gated = await api.RunAsync(create, ViewerOf("alice", scopes: []));

        Assert.Equal("""{"data":{"createTask":{"task":{"title":"x","version":1},"errors":null}}}""", stored);
        Assert.Equal($$$"""{"find": "projects", "filter": {"$and": [{"owner_id": "alice"}, {"_id": {"$in": [{"$oid": "{{{First}}}"}]}}]}, "projection": {"_id": 1}}""", commands[0]);
        Assert.Contains($$"""
            "project_id": {"$oid": "{{First}}"}
            """.Trim(), commands[1], StringComparison.Ordinal);
        Assert.DoesNotContain("\"data\":{\"createTask\":{\"task\":{", gated, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_write_a_document_but_not_read_it_is_not_shown_it()
    {
        const string model = """
            type Note @collection(name: "notes") @owned
              @allow(on: [UPDATE, CREATE], where: { box: { eq: "open" } }) { text: String secret: String @default(value: "s") box: String }
            """;
        using var api = await Api.CreateAsync(model);
        await api.InsertAsync("notes", $$"""{ "_id": { "$oid": "{{First}}" }, "owner_id": "carol", "text": "hers", "secret": "s", "box": "open" }""");
        static string Update(string change) => $"mutation {{ updateNote(input: {{ id: \"{GlobalIdOf("Note:" + First)}\", {change} }}) {{ note {{ text secret }} errors {{ __typename }} }} }}";

        var foreign = await api.RunAsync(Update("text: \"new\""), s_bob);
        var owner = await api.RunAsync(Update("box: \"shut\""), ViewerOf("carol"));
        var shut = await api.RunAsync(Update("text: \"newer\""), s_bob);

        Assert.Equal("""{"data":{"updateNote":{"note":null,"errors":null}}}""", foreign);
        Assert.Equal("""{"data":{"updateNote":{"note":{"text":"new","secret":"s"},"errors":null}}}""", owner);
        Assert.Equal("""{"data":{"updateNote":{"note":null,"errors":[{"__typename":"NoteNotFoundError"}]}}}""", shut);
    }

    [Fact]
    public async Task A_type_of_the_owner_alone_needs_no_second_command_to_know_that_nothing_is_there()
    {
        using var api = await Api.CreateAsync("type Thing @collection(name: \"things\") @owned { text: String }");

        var response = await api.RunAsync($"mutation {{ updateThing(input: {{ id: \"{GlobalIdOf("Thing:" + First)}\", text: \"x\" }}) {{ thing {{ id }} errors {{ __typename }} }} }}", s_bob);

        Assert.Equal("""{"data":{"updateThing":{"thing":null,"errors":[{"__typename":"ThingNotFoundError"}]}}}""", response);
        Assert.Single(api.Store.Commands);
    }

    private static string IdOf(string hex) => GlobalIdOf("Task:" + hex);

    private static string GlobalIdOf(string text) => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text));

    private static string Stored(string hex, string more)
    {
        var status = more.Contains("status", StringComparison.Ordinal) ? "" : "\"status\": \"OPEN\", ";
        return $$"""{ "_id": { "$oid": "{{hex}}" }, "title": "Task", "org": "acme", {{status}}"version": 3, "maker": "x", {{more}} }""";
    }

    private static Viewer ViewerOf(string subject, string[]? scopes = null) => new()
    {
        Subject = subject,
        Scopes = (scopes ?? ["read:projects"]).ToFrozenSet(),
        Claims = BsonDocument.Parse("""{"org":"acme"}"""),
    };
}
