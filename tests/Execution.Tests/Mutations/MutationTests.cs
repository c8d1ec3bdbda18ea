using System.Text.Json;
using OwnedData.Execution.Tests.Golden;
using OwnedData.Execution.Tests.Support;

namespace OwnedData.Execution.Tests.Mutations;

public sealed class MutationTests
{
    private const string Note = "Tm90ZTo2NTAwMDAwMDAwMDAwMDAwMDAwMDAwMDE=";

    private const string CreateContact = """
        mutation ($input: CreateContactInput!) { createContact(input: $input) { contact { name extra } errors { ... on ValidationError { path code message } } } }
        """;

    [Theory]
    [InlineData("\"number\": 0", "number", "MIN", "number must be at least 1.")]
    [InlineData("\"name\": \"\"", "name", "MIN_LENGTH", "name must have at least 1 character.")]
    [InlineData("\"emails\": [\"a@example.com\", \"nonsense\"]", "emails/1", "FORMAT", "emails.1 must have the format email.")]
    [InlineData("\"emails\": [\"a@example.com\", \"a@example.com\"]", "emails", "UNIQUE_ITEMS", "emails may not have an item twice.")]
    [InlineData("\"emails\": [\"0@e.ch\",\"1@e.ch\",\"2@e.ch\",\"3@e.ch\",\"4@e.ch\",\"5@e.ch\",\"6@e.ch\",\"7@e.ch\",\"8@e.ch\",\"9@e.ch\",\"x@e.ch\"]", "emails", "MAX_ITEMS", "emails must have at most 10 items.")]
    [InlineData("\"phone\": \"041 234\"", "phone", "FORMAT", "phone must have the format phone.")]
    [InlineData("\"balance\": 1000000.000000000000000001", "balance", "MAX", "balance must be at most 1000000.")]
    [InlineData("\"balance\": -1000001", "balance", "MIN", "balance must be at least -1000000.")]
    [InlineData("\"calls\": -9223372036854775808", "calls", "MIN", "calls must be at least 0.")]
    [InlineData("\"affinity\": 1.0000000000000002", "affinity", "MAX", "affinity must be at most 1.")]
    [InlineData("\"address\": { \"city\": \"x\", \"country\": \"CHE\" }", "address/country", "PATTERN", "address.country must match ^[A-Z]{2}$.")]
    [InlineData("\"address\": { \"city\": \"x\", \"postalCode\": \"0123456789012\" }", "address/postalCode", "MAX_LENGTH", "address.postalCode must have at most 12 characters.")]
    [InlineData("\"extra\": { \"a\": [{ \"$set\": 1 }] }", "extra", "INVALID", "extra may not have a key that begins with $ or holds a NUL.")]
    [InlineData("\"extra\": { \"a\\u0000b\": 1 }", "extra", "INVALID", "extra may not have a key that begins with $ or holds a NUL.")]
    public async Task A_broken_constraint_is_told_with_its_path_and_nothing_is_written(string field, string path, string code, string message)
    {
        using var api = await Api.CreateAsync();
        var name = field.StartsWith("\"name\"", StringComparison.Ordinal) ? "" : ", \"name\": \"Ann\"";
        var number = field.StartsWith("\"number\"", StringComparison.Ordinal) ? "" : ", \"number\": 1";

        var response = await api.RunAsync(CreateContact, Api.Alice, $$"""{ "input": { {{field}}{{name}}{{number}} } }""");

        var segments = string.Join(',', path.Split('/').Prepend("input").Select(segment => $"\"{segment}\""));
        Assert.Equal(
            $$$$$"""{"data":{"createContact":{"contact":null,"errors":[{"path":[{{{{{segments}}}}}],"code":"{{{{{code}}}}}","message":"{{{{{message}}}}}"}]}}}""",
            response);
        Assert.Empty(api.Store.Commands);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"{\\\"$ne\\\": null}\"")]
    [InlineData("\"$ne\"")]
    [InlineData("{\"\":1,\"a.b\":{\"c$\":\"$x\"},\"_id\":5,\"owner_id\":\"bob\"}")]
    [InlineData("{\"a\":\"nul \\u0000 inside\",\"b\":[1.5,-9007199254740993,1e300,true,null,[]]}")]
    [InlineData("12")]
    [InlineData("false")]
    public async Task A_JSON_value_comes_back_as_it_went_in(string value)
    {
        using var api = await Api.CreateAsync();

        var created = await api.RunAsync(CreateContact, Api.Alice, $$"""{ "input": { "number": 1, "name": "Ann", "extra": {{value}} } }""");
        var read = await api.RunAsync("{ contacts { nodes { extra } } }", Api.Alice);

        Assert.Equal($$$$$"""{"data":{"createContact":{"contact":{"name":"Ann","extra":{{{{{value}}}}}},"errors":null}}}""", Normalize(created, value));
        Assert.Equal($$$$$"""{"data":{"contacts":{"nodes":[{"extra":{{{{{value}}}}}}]}}}""", Normalize(read, value));
        OwnerClause.AssertInAll(api.Store.Commands, Api.Alice);
    }

    [Theory]
    [InlineData("a\0b")]
    [InlineData("\0")]
    [InlineData("$where")]
    [InlineData("💡 \u2028 \u001f \"\\/")]
    public async Task A_text_comes_back_as_it_went_in_and_is_found_by_itself(string text)
    {
        using var api = await Api.CreateAsync();
        var json = JsonSerializer.Serialize(text);

        await api.RunAsync("mutation ($text: String!) { createNote(input: { title: $text }) { note { title } } }", Api.Alice, $$"""{ "text": {{json}} }""");
        var response = await api.RunAsync(
            "query ($text: String!) { notes(where: { title: { eq: $text, contains: $text, startsWith: $text, endsWith: $text, in: [$text] } }) { nodes { title } totalCount } }",
            Api.Alice,
            $$"""{ "text": {{json}} }""");

        using var document = JsonDocument.Parse(response);
        var notes = document.RootElement.GetProperty("data").GetProperty("notes");
        Assert.Equal(text, Assert.Single(notes.GetProperty("nodes").EnumerateArray()).GetProperty("title").GetString());
        Assert.Equal(1, notes.GetProperty("totalCount").GetInt32());
    }

    [Theory]
    [InlineData("owner_id")]
    [InlineData("ownerId")]
    [InlineData("_id")]
    [InlineData("createdAt")]
    [InlineData("updatedAt")]
    public async Task No_input_names_what_the_server_sets(string field)
    {
        using var api = await Api.CreateAsync();
        await SampleData.InsertAsync(api);

        foreach (var mutation in (string[])["createNote(input: { title: \"x\", ", $"updateNote(input: {{ id: \"{Note}\", "])
        {
            var literal = await api.RunAsync($"mutation {{ {mutation}{field}: \"bob\" }}) {{ note {{ id }} }} }}", Api.Alice);

            Assert.Contains("\"errors\":", literal, StringComparison.Ordinal);
            Assert.DoesNotContain("\"data\":", literal, StringComparison.Ordinal);
        }

        var variable = await api.RunAsync(
            "mutation ($input: CreateNoteInput!) { createNote(input: $input) { note { id } } }", Api.Alice, $$"""{ "input": { "title": "x", "{{field}}": "bob" } }""");
        Assert.Contains("HC0018", variable, StringComparison.Ordinal);
        Assert.Empty(api.Store.Commands);
    }

    [Fact]
    public async Task An_update_with_an_id_alone_changes_nothing_but_the_time()
    {
        const string model = "type Thing @collection(name: \"things\") @owned { text: String  many: [String!] }";
        using var api = await Api.CreateAsync(model);
        await api.InsertAsync("things", """{ "_id": { "$oid": "650000000000000000000001" }, "owner_id": "alice", "text": "kept", "many": ["a"], "unknown": 5 }""");
        const string id = "VGhpbmc6NjUwMDAwMDAwMDAwMDAwMDAwMDAwMDAx";

        var response = await api.RunAsync($"mutation {{ updateThing(input: {{ id: \"{id}\" }}) {{ thing {{ id text many }} errors {{ __typename }} }} }}", Api.Alice);
        var stored = await api.RunAsync("{ things { nodes { id text many } } }", Api.Alice);

        Assert.Equal($$$$$"""{"data":{"updateThing":{"thing":{"id":"{{{{{id}}}}}","text":"kept","many":["a"]},"errors":null}}}""", response);
        Assert.Equal($$$$$"""{"data":{"things":{"nodes":[{"id":"{{{{{id}}}}}","text":"kept","many":["a"]}]}}}""", stored);
    }

    [Fact]
    public async Task A_unique_number_is_the_owners_own_on_create()
    {
        using var api = await Api.CreateAsync();
        const string create = "mutation { createContact(input: { number: 1, name: \"A\" }) { contact { number } errors { __typename ... on ContactAlreadyExistsError { message fields } } } }";

        var alice = await api.RunAsync(create, Api.Alice);
        var bob = await api.RunAsync(create, Api.Bob);
        var again = await api.RunAsync(create, Api.Alice);

        Assert.Equal("""{"data":{"createContact":{"contact":{"number":1},"errors":null}}}""", alice);
        Assert.Equal(alice, bob);
        Assert.Equal(
            """{"data":{"createContact":{"contact":null,"errors":[{"__typename":"ContactAlreadyExistsError","message":"A Contact with the same number exists already.","fields":["number"]}]}}}""",
            again);
    }

    [Fact]
    public async Task A_unique_number_is_the_owners_own_on_update_too()
    {
        const string model = "type Thing @collection(name: \"things\") @owned { code: Int! @unique }";
        using var api = await Api.CreateAsync(model);
        await api.InsertAsync(
            "things",
            """{ "_id": { "$oid": "650000000000000000000001" }, "owner_id": "alice", "code": 1 }""",
            """{ "_id": { "$oid": "650000000000000000000002" }, "owner_id": "alice", "code": 2 }""",
            """{ "_id": { "$oid": "650000000000000000000003" }, "owner_id": "bob", "code": 3 }""");
        static string Update(int code) =>
            $"mutation {{ updateThing(input: {{ id: \"VGhpbmc6NjUwMDAwMDAwMDAwMDAwMDAwMDAwMDAx\", code: {code} }}) {{ thing {{ code }} errors {{ ... on Error {{ message }} }} }} }}";

        var own = await api.RunAsync(Update(2), Api.Alice);
        var foreign = await api.RunAsync(Update(3), Api.Alice);

        Assert.Equal("""{"data":{"updateThing":{"thing":null,"errors":[{"message":"A Thing with the same code exists already."}]}}}""", own);
        Assert.Equal("""{"data":{"updateThing":{"thing":{"code":3},"errors":null}}}""", foreign);
    }

    [Fact]
    public async Task Nothing_is_done_after_the_mutation_that_makes_the_whole_answer_null()
    {
        using var api = await Api.CreateAsync();
        var viewer = Api.ViewerOf("alice", "read:notes", "write:notes");

        var response = await api.RunAsync(
            "mutation { a: createNote(input: { title: \"first\" }) { note { title } } b: createContact(input: { number: 1, name: \"A\" }) { contact { name } } c: createNote(input: { title: \"last\" }) { note { title } } }",
            viewer);
        var notes = await api.RunAsync("{ notes { nodes { title } } }", viewer);

        Assert.Equal(
            """{"errors":[{"message":"The current user is not authorized to access this resource.","locations":[{"line":1,"column":72}],"path":["b"],"extensions":{"code":"AUTH_NOT_AUTHORIZED"}}],"data":null}""",
            response);
        Assert.Equal("""{"data":{"notes":{"nodes":[{"title":"first"}]}}}""", notes);
    }

    // Numbers and texts have several spellings in JSON: what is stored is compared as values, in the order of the keys.
    private static string Normalize(string response, string value)
    {
        using var document = JsonDocument.Parse(response);
        using var expected = JsonDocument.Parse(value);
        var root = document.RootElement.GetProperty("data");
        var extra = root.TryGetProperty("contacts", out var contacts)
            ? contacts.GetProperty("nodes")[0].GetProperty("extra")
            : root.GetProperty("createContact").GetProperty("contact").GetProperty("extra");
        return JsonElement.DeepEquals(extra, expected.RootElement) ? response.Replace(extra.GetRawText(), value, StringComparison.Ordinal) : response;
    }
}
