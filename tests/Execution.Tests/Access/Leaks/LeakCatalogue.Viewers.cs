using System.Buffers;
using System.Text;
using OwnedData.Execution.Access;
using OwnedData.Execution.Binding;
using OwnedData.Execution.Cursors;
using OwnedData.Execution.Limits;
using OwnedData.Execution.Tests.Support;
using static OwnedData.Execution.Tests.Access.Leaks.LeakModel;

namespace OwnedData.Execution.Tests.Access.Leaks;

public sealed partial class LeakCatalogue
{
    private const string Numbers = "{ documents { totalCount nodes { number } } }";

    [Fact]
    public async Task Line_6_A_missing_null_empty_or_wrongly_typed_value_opens_nothing()
    {
        using var worlds = await LeakWorlds.CreateAsync();
        await worlds.Shared.InsertAsync(
            "documents",
            """{ "_id": { "$oid": "0000000000000000000000a0" }, "owner_id": null, "number": 160, "title": "x", "orgId": "acme", "department": null, "readers": [null, "", []], "editors": null, "classification": "open" }""",
            """{ "_id": { "$oid": "0000000000000000000000a1" }, "owner_id": [], "number": 161, "title": "x", "orgId": "acme", "department": {}, "readers": [[]], "editors": {}, "classification": "open" }""",
            """{ "_id": { "$oid": "0000000000000000000000a2" }, "owner_id": "", "number": 162, "title": "x", "orgId": "", "department": "", "readers": [""], "editors": [""], "classification": "open" }""",
            """{ "_id": { "$oid": "0000000000000000000000a3" }, "owner_id": {}, "number": 163, "title": "x", "orgId": [], "department": {}, "classification": "open" }""",
            """{ "_id": { "$oid": "0000000000000000000000a4" }, "owner_id": "alice", "number": 164, "title": "x", "orgId": null, "department": "sales" }""",
            """{ "_id": { "$oid": "0000000000000000000000a5" }, "owner_id": "alice", "number": 165, "title": "x" }""");
        string[] values = ["null", "\"\"", "[]", "{}", "[null]", "[\"\"]", "1", "true", "{ \"$ne\": \"x\" }", "{ \"$exists\": true }", "{ \"$gt\": \"\" }", "[\"acme\"]", "[\"sales\"]", "{ \"$regularExpression\": { \"pattern\": \".\", \"options\": \"\" } }", "{ \"$undefined\": true }"];
        worlds.Shared.Store.Clear();

        foreach (var claims in values.Select(value => $$"""{ "org_id": {{value}}, "{{Department}}": "sales" }""").Append("{}"))
        {
            Assert.Equal("""{"data":{"documents":{"totalCount":0,"nodes":[]}}}""", await worlds.AnswerAsync(Numbers, viewer: ViewerOf("alice", claims)));
        }

        Assert.Empty(worlds.Shared.Store.Commands);
        foreach (var claims in values.Select(value => $$"""{ "org_id": "acme", "{{Department}}": {{value}} }""").Append("""{ "org_id": "acme" }"""))
        {
            Assert.Equal(
                """{"data":{"documents":{"totalCount":4,"nodes":[{"number":1},{"number":2},{"number":3},{"number":4}]}}}""",
                await worlds.AnswerAsync(Numbers, viewer: ViewerOf("alice", claims)));
        }

        foreach (var grants in values[..^4].Append("[\"bo\"]").Append("\"bo\"").Select(value => $$"""{ "may_email": {{value}} }""").Append("{}"))
        {
            Assert.Equal(
                """{"data":{"createMessage":{"message":null,"errors":[{"__typename":"NotAllowedError","message":"You may not write to this person."}]}}}""",
                await worlds.AnswerAsync($"mutation {{ createMessage(input: {{ to: \"bob\", text: \"x\" }}) {{ message {{ to }} {Error} }} }}", viewer: ViewerOf("alice", "{}", grants)));
        }

        Assert.Equal(
            """{"data":{"createMessage":{"message":{"to":"bob"},"errors":null}}}""",
            await worlds.AnswerAsync($"mutation {{ createMessage(input: {{ to: \"bob\", text: \"x\" }}) {{ message {{ to }} {Error} }} }}", viewer: ViewerOf("alice", "{}", """{ "may_email": ["carol", "bob"] }""")));
    }

    [Fact]
    public async Task Line_10_There_are_no_events_that_could_tell_of_anything()
    {
        using var worlds = await LeakWorlds.CreateAsync();

        Assert.Equal("""{"data":{"__schema":{"subscriptionType":null}}}""", await worlds.AnswerAsync("{ __schema { subscriptionType { name } } }"));
        Assert.StartsWith("""{"errors":[{"message":""", await worlds.AnswerAsync("subscription { documents { totalCount } }"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Line_11_A_plan_that_is_shared_answers_each_viewer_as_if_it_were_his_own()
    {
        using var worlds = await LeakWorlds.CreateAsync();
        var schema = worlds.Shared.Schema;
        var terms = new CallerTerms(SeesSchema: true, IsCostEnforced: true);
        var compiler = new OperationCompiler(schema, OperationLimits.Default);
        var binder = new OperationBinder(schema, new CursorSealer(new byte[CursorSealer.KeyLength]), new FixedTime(), OperationLimits.Default);
        var executor = new OperationExecutor(new QueryFilter(worlds.Shared.Store, schema.Model), 1_000_000, exception => exception.Message);
        Assert.True(compiler.Compile("{ documents { nodes { number salary } } }"u8.ToArray(), null, terms).TryGetValue(out var plan));
        Viewer[] viewers = [Alice, Bob, ViewerOf("alice", "{}"), ViewerOf("boss", """{ "org_id": "acme" }""", scopes: ["admin:documents", "read:salaries"])];
        var alone = await Task.WhenAll(viewers.Select(viewer => worlds.Shared.RunAsync("{ documents { nodes { number salary } } }", viewer)));

        for (var round = 0; round < 3; round++)
        {
            foreach (var index in (int[])[0, 1, 2, 3, 1, 0])
            {
                var output = new ArrayBufferWriter<byte>();
                Assert.True(binder.Bind(plan, default, viewers[index], terms).TryGetValue(out var operation));
                using (operation)
                {
                    await executor.ExecuteAsync(operation, output, default);
                }

                Assert.Equal(alone[index], Encoding.UTF8.GetString(output.WrittenSpan));
            }
        }

        Assert.Equal(4, alone.Distinct().Count());
        Assert.Contains("{\"number\":7,\"salary\":70}", alone[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Line_12_Errors_and_introspection_name_nothing_that_is_hidden()
    {
        using var worlds = await LeakWorlds.CreateAsync();
        var all = await worlds.AnswerAsync("{ __schema { types { name description fields { name description args { name } } inputFields { name description } enumValues { name } } } }");
        foreach (var hidden in (string[])["classification", "owner_id", "folder_id", "org_id", "may_email", "my-api.com", "admin:documents", "grant", "secret"])
        {
            Assert.DoesNotContain(hidden, all, StringComparison.OrdinalIgnoreCase);
        }

        // What is published may be suggested; what isn't published is never named.
        foreach (var (typo, hidden) in ((string, string)[])[("clasification", "classification"), ("owner_i", "owner_id"), ("folder_i", "folder_id")])
        {
            Assert.DoesNotContain(hidden, await worlds.AnswerAsync($"{{ documents(where: {{ {typo}: {{ eq: \"x\" }} }}) {{ nodes {{ {typo} }} }} }}"), StringComparison.Ordinal);
        }

        Assert.Equal(
            """{"data":{"createFolder":{"errors":[{"message":"A Folder with the same name exists already."}]}}}""",
            await worlds.AnswerAsync("mutation { createFolder(input: { name: \"Folder 1\" }) { errors { ... on Error { message } } } }"));
    }

    [Fact]
    public async Task Line_13_A_person_is_the_issuer_and_the_subject_and_nothing_else()
    {
        using var worlds = await LeakWorlds.CreateAsync();
        const string Claims = """{ "org_id": "acme", "email": "alice", "name": "alice", "sub": "alice", "owner_id": "alice", "azp": "alice" }""";

        foreach (var viewer in (Viewer[])
            [ViewerOf("mallory", Claims), ViewerOf("Alice", Claims), ViewerOf("alice ", Claims), ViewerOf("alice@clients", Claims), ViewerOf("auth0|alice", Claims),
             new Viewer { Subject = "alice", Issuer = "https://other.example/", Owner = "https://other.example/ alice", Claims = Alice.Claims, Scopes = ["write:documents"] }])
        {
            Assert.Equal(
                $$$"""{"data":{"documents":{"nodes":{{{(viewer.Subject == "alice" ? "[{\"number\":5}]" : "[]")}}}},"folders":{"totalCount":0},"document":null}}""",
                await worlds.AnswerAsync($"{{ documents {{ nodes {{ number }} }} folders {{ totalCount }} document(id: \"{DocumentId(1)}\") {{ number }} }}", viewer: viewer));
            Assert.Contains(
                "DocumentNotFoundError",
                await worlds.AnswerAsync($"mutation {{ updateDocument(input: {{ id: \"{DocumentId(1)}\", title: \"x\" }}) {{ errors {{ __typename }} }} }}", viewer: viewer),
                StringComparison.Ordinal);
        }

        Assert.Equal(
            """{"data":{"documents":null,"notices":{"nodes":[{"text":"Welcome"}]}}}""",
            WithoutErrors(await worlds.AnswerAsync("{ documents { totalCount } notices { nodes { text } } }", viewer: Viewer.Anonymous)));
    }

    [Fact]
    public async Task Line_14_Values_that_no_rule_can_use_deny_and_for_that_caller_only()
    {
        using var worlds = await LeakWorlds.CreateAsync();
        var many = string.Join(',', Enumerable.Repeat("\"bob\"", 1001));
        var nested = string.Concat(Enumerable.Repeat("[", 90)) + string.Concat(Enumerable.Repeat("]", 90));
        var bobs = await worlds.Shared.RunAsync(Numbers, Bob);

        foreach (var value in (string[])[$"[{many}]", nested, "{ \"$numberDouble\": \"NaN\" }", "{ \"$code\": \"return true\" }", "{ \"$minKey\": 1 }", $"\"{new string('x', 100_000)}\"", "\"\\u0000\""])
        {
            var viewer = ViewerOf("alice", $$"""{ "org_id": "acme", "{{Department}}": {{value}} }""", $$"""{ "may_email": {{value}} }""");
            Assert.Equal(
                """{"data":{"documents":{"totalCount":4,"nodes":[{"number":1},{"number":2},{"number":3},{"number":4}]}}}""",
                await worlds.AnswerAsync(Numbers, viewer: viewer));
            Assert.Contains(
                "You may not write to this person.",
                await worlds.AnswerAsync($"mutation {{ createMessage(input: {{ to: \"bob\", text: \"x\" }}) {{ {Error} }} }}", viewer: viewer),
                StringComparison.Ordinal);
            Assert.Equal(bobs, await worlds.Shared.RunAsync(Numbers, Bob));
        }
    }

    private static string WithoutErrors(string response) => "{" + response[response.IndexOf("\"data\":", StringComparison.Ordinal)..];
}
