using OwnedData.Execution.Tests.Support;
using static OwnedData.Execution.Tests.Access.Leaks.LeakModel;

namespace OwnedData.Execution.Tests.Access.Leaks;

public sealed partial class LeakCatalogue
{
    private const string Error = "errors { __typename ... on Error { message } }";

    [Fact]
    public async Task Line_4_No_unique_value_and_no_id_of_others_can_be_found_out()
    {
        using var worlds = await LeakWorlds.CreateAsync();

        foreach (var number in (int[])[6, 7, 8, 10, Missing])
        {
            Assert.Equal(
                $$$$"""{"data":{"createDocument":{"document":{"number":{{{{number}}}},"version":1},"errors":null}}}""",
                await worlds.AnswerAsync($"mutation {{ createDocument(input: {{ number: {number}, title: \"Mine\" }}) {{ document {{ number version }} {Error} }} }}"));
        }

        Assert.Equal(
            """{"data":{"createDocument":{"document":null,"errors":[{"__typename":"DocumentAlreadyExistsError","message":"A Document with the same number exists already."}]}}}""",
            await worlds.AnswerAsync($"mutation {{ createDocument(input: {{ number: 1, title: \"Mine\" }}) {{ document {{ number }} {Error} }} }}"));
        Assert.Equal(
            """{"data":{"updateFolder":{"folder":{"name":"Folder 2"},"errors":null}}}""",
            await worlds.AnswerAsync($"mutation {{ updateFolder(input: {{ id: \"{FolderId(1)}\", name: \"Folder 2\" }}) {{ folder {{ name }} {Error} }} }}"));
        foreach (var id in (string[])["id", "_id"])
        {
            Assert.StartsWith(
                """{"errors":[{"message":""",
                await worlds.AnswerAsync($"mutation {{ createFolder(input: {{ {id}: \"{FolderId(2)}\", name: \"x\" }}) {{ folder {{ name }} }} }}"),
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Line_5_Not_found_and_not_allowed_are_one_answer_after_the_same_commands()
    {
        using var worlds = await LeakWorlds.CreateAsync();
        foreach (var request in (string[])
            ["{ document(id: \"ID\") { number } }",
             "{ node(id: \"ID\") { id } }",
             "{ nodes(ids: [\"ID\"]) { id } }",
             "{ documents(where: { id: { eq: \"ID\" } }) { totalCount nodes { number } } }",
             $"mutation {{ updateDocument(input: {{ id: \"ID\", title: \"Taken\" }}) {{ document {{ number }} {Error} }} }}",
             $"mutation {{ updateDocument(input: {{ id: \"ID\", orgId: \"other\", readers: [\"alice\"], editors: [\"alice\"] }}) {{ document {{ number }} {Error} }} }}",
             $"mutation {{ updateDocument(input: {{ id: \"ID\", title: \"Taken\", ifVersion: 99 }}) {{ document {{ number }} {Error} }} }}",
             $"mutation {{ deleteDocument(input: {{ id: \"ID\" }}) {{ document {{ number }} {Error} }} }}",
             $"mutation {{ deleteDocument(input: {{ id: \"ID\", ifVersion: 99 }}) {{ document {{ number }} {Error} }} }}"])
        {
            var (missing, commands) = await RunAsync(worlds.Shared, request, Missing);
            foreach (var number in Invisible)
            {
                Assert.Equal((missing, commands), await RunAsync(worlds.Shared, request, number));
            }
        }

        const string NotFound = """{"data":{"updateDocument":{"document":null,"errors":[{"__typename":"DocumentNotFoundError","message":"There is no Document with this id."}]}}}""";
        Assert.Equal(NotFound, (await RunAsync(worlds.Shared, $"mutation {{ updateDocument(input: {{ id: \"ID\", title: \"x\" }}) {{ document {{ number }} {Error} }} }}", 7)).Answer);
        Assert.Equal(
            """{"data":{"updateDocument":{"document":null,"errors":[{"__typename":"NotAllowedError","message":"Only its owner and its editors may change a document."}]}}}""",
            await worlds.AnswerAsync($"mutation {{ updateDocument(input: {{ id: \"{DocumentId(3)}\", title: \"x\" }}) {{ document {{ number }} {Error} }} }}"));
        var stored = await worlds.StoredAsync("documents");
        Assert.All(Invisible, number => Assert.Contains($"\"Title {number}\"", stored, StringComparison.Ordinal));
        Assert.Equal(
            await worlds.AnswerAsync($"mutation {{ updateDocument(input: {{ id: \"{DocumentId(1)}\", folderId: \"{FolderId(Missing)}\" }}) {{ document {{ number }} {Error} }} }}"),
            await worlds.AnswerAsync($"mutation {{ updateDocument(input: {{ id: \"{DocumentId(1)}\", folderId: \"{FolderId(2)}\" }}) {{ document {{ number }} {Error} }} }}"));
        Assert.Contains(
            "\"errors\":[{\"__typename\":\"ReferenceNotFoundError\"",
            await worlds.AnswerAsync($"mutation {{ createDocument(input: {{ number: 100, title: \"x\", folderId: \"{FolderId(2)}\" }}) {{ document {{ number }} {Error} }} }}"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Line_8_The_owner_the_grants_and_what_the_server_writes_are_no_input()
    {
        using var worlds = await LeakWorlds.CreateAsync();
        worlds.Shared.Store.Clear();
        foreach (var field in (string[])["owner_id: \"bob\"", "ownerId: \"bob\"", "author: \"bob\"", "classification: \"open\"", "version: 7", "folder_id: \"x\"", "_id: \"x\"", "grade: 1"])
        {
            Assert.StartsWith(
                """{"errors":[{"message":""",
                await worlds.AnswerAsync($"mutation {{ createDocument(input: {{ number: 100, title: \"x\", {field} }}) {{ document {{ number }} }} }}"),
                StringComparison.Ordinal);
            Assert.StartsWith(
                """{"errors":[{"message":""",
                await worlds.AnswerAsync($"mutation {{ updateDocument(input: {{ id: \"{DocumentId(1)}\", title: \"x\", {field} }}) {{ document {{ number }} }} }}"),
                StringComparison.Ordinal);
        }

        Assert.Empty(worlds.Shared.Store.Commands);
        Assert.Equal(
            """{"data":{"createDocument":{"document":null,"errors":[{"__typename":"NotAllowedError","message":"A document stays in its organisation."}]}}}""",
            await worlds.AnswerAsync($"mutation {{ createDocument(input: {{ number: 100, title: \"x\", orgId: \"other\" }}) {{ document {{ number }} {Error} }} }}"));
        Assert.Equal(
            """{"data":{"createDocument":{"document":{"orgId":"acme","author":"alice","version":1},"errors":null}}}""",
            await worlds.AnswerAsync($"mutation {{ createDocument(input: {{ number: 100, title: \"x\" }}) {{ document {{ orgId author version }} {Error} }} }}"));
        var stored = Assert.Single((await worlds.StoredAsync("documents")).Split('\n'), text => text.Contains("\"number\": 100", StringComparison.Ordinal));
        Assert.Contains("\"owner_id\": \"alice\"", stored, StringComparison.Ordinal);
        Assert.Contains("\"orgId\": \"acme\"", stored, StringComparison.Ordinal);
        Assert.Contains("\"classification\": \"open\"", stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Line_9_An_update_checks_both_images_and_never_makes_a_document()
    {
        using var worlds = await LeakWorlds.CreateAsync();
        var before = await worlds.StoredAsync("documents");

        Assert.Equal(
            """{"data":{"updateDocument":{"document":null,"errors":[{"__typename":"NotAllowedError","message":"A document stays in its organisation."}]}}}""",
            await worlds.AnswerAsync($"mutation {{ updateDocument(input: {{ id: \"{DocumentId(1)}\", orgId: \"other\" }}) {{ document {{ number }} {Error} }} }}"));
        Assert.Equal(
            """{"data":{"updateDocument":{"document":null,"errors":[{"__typename":"NotAllowedError","message":"Only its owner and its editors may change a document."}]}}}""",
            await worlds.AnswerAsync($"mutation {{ updateDocument(input: {{ id: \"{DocumentId(4)}\", editors: [\"bob\"] }}) {{ document {{ number }} {Error} }} }}"));
        Assert.Equal(
            """{"data":{"updateDocument":{"document":null,"errors":[{"__typename":"NotAllowedError","message":"Only its owner and its editors may change a document."}]}}}""",
            await worlds.AnswerAsync($"mutation {{ updateDocument(input: {{ id: \"{DocumentId(3)}\", editors: [\"alice\"] }}) {{ document {{ number }} {Error} }} }}"));
        Assert.Equal(
            """{"data":{"updateDocument":{"document":null,"errors":[{"__typename":"VersionConflictError"}]}}}""",
            await worlds.AnswerAsync($"mutation {{ updateDocument(input: {{ id: \"{DocumentId(1)}\", title: \"x\", ifVersion: 2 }}) {{ document {{ number }} errors {{ __typename }} }} }}"));
        Assert.Equal(
            """{"data":{"updateDocument":{"document":null,"errors":[{"__typename":"DocumentNotFoundError"}]}}}""",
            await worlds.AnswerAsync($"mutation {{ updateDocument(input: {{ id: \"{DocumentId(Missing)}\", title: \"x\" }}) {{ document {{ number }} errors {{ __typename }} }} }}"));

        Assert.Equal(before, await worlds.StoredAsync("documents"));
        Assert.DoesNotContain(worlds.Shared.Store.Commands, command => command.ToString().Contains("\"upsert\": true", StringComparison.Ordinal));
    }

    // What is sent tells how long an answer takes: the same commands but for the id, so the same time.
    private static async Task<(string Answer, string Commands)> RunAsync(Api api, string request, int number)
    {
        api.Store.Clear();
        var answer = await api.RunAsync(request.Replace("ID", DocumentId(number), StringComparison.Ordinal), Alice);
        var commands = string.Join('\n', api.Store.Commands.Select(command => command.ToString())).Replace($"{number:x24}", "", StringComparison.Ordinal);
        return (answer, commands);
    }
}
