using OwnedData.Execution.Tests.Support;

namespace OwnedData.Execution.Tests.References;

/// <summary>References and their other sides: batched, through the gate, absent where they are not the viewer's.</summary>
public sealed class ReferenceTests
{
    [Theory]
    [InlineData("{ notes(first: 50) { nodes { title notebook { name } } } }", 2)]
    [InlineData("{ notes { nodes { a: notebook { id } ...N ... on Note { notebook { shelf { label } } } } } } fragment N on Note { notebook { name } }", 4)]
    [InlineData("{ notes { edges { node { notebook { name } } } } }", 2)]
    [InlineData("{ notebooks { nodes { notes { title } } } }", 2)]
    [InlineData("{ notebooks(first: 3) { nodes { notes(first: 5) { title notebook { shelf { label } } } shelf { label } } } }", 5)]
    [InlineData("{ notes { nodes { notebook { __typename } } totalCount } }", 3)]
    [InlineData("query ($no: Boolean = false) { notes { nodes { title notebook @include(if: $no) { name } } } }", 1)]
    [InlineData("query ($no: Boolean = false) { notes { nodes @include(if: $no) { notebook { name } } totalCount } }", 1)]
    [InlineData("{ notebooks { nodes { notes(first: 0) { title } } } }", 1)]
    [InlineData("{ notes(where: { title: { eq: \"nothing\" } }) { nodes { notebook { name } } } }", 1)]
    public async Task A_level_takes_one_command_however_many_documents_it_has(string query, int commands)
    {
        using var api = await Library.CreateAsync();

        var response = await api.RunAsync(query, Library.Alice);

        Assert.DoesNotContain("errors", response, StringComparison.Ordinal);
        Assert.Equal(commands, api.Store.Commands.Count);
        OwnerClause.AssertInAll(api.Store.Commands, Library.Alice);
    }

    [Fact]
    public async Task A_reference_gives_the_document_and_null_where_it_is_missing_or_foreign()
    {
        using var api = await Library.CreateAsync();

        var response = await api.RunAsync("{ notes { nodes { title notebook { name shelf { label } } } } }", Library.Alice);

        Assert.Equal(
            """{"data":{"notes":{"nodes":[{"title":"a","notebook":{"name":"Home","shelf":{"label":"Top"}}},{"title":"b","notebook":{"name":"Home","shelf":{"label":"Top"}}},{"title":"c","notebook":{"name":"Work","shelf":null}},{"title":"foreign","notebook":null},{"title":"gone","notebook":null},{"title":"none","notebook":null}]}}}""",
            response);
    }

    [Fact]
    public async Task A_foreign_document_and_a_missing_one_are_answered_alike()
    {
        using var api = await Library.CreateAsync();

        var foreign = await api.RunAsync("{ notes(where: { title: { eq: \"foreign\" } }) { nodes { notebook { id name notes { id } } } } }", Library.Alice);
        var gone = await api.RunAsync("{ notes(where: { title: { eq: \"gone\" } }) { nodes { notebook { id name notes { id } } } } }", Library.Alice);

        Assert.Equal(gone, foreign);
        Assert.Equal("""{"data":{"notes":{"nodes":[{"notebook":null}]}}}""", gone);
    }

    [Fact]
    public async Task The_other_side_gives_the_first_of_each_in_the_order_of_their_ids()
    {
        using var api = await Library.CreateAsync();

        Assert.Equal(
            """{"data":{"notebooks":{"nodes":[{"name":"Home","notes":[{"title":"a"},{"title":"b"}]},{"name":"Work","notes":[{"title":"c"}]},{"name":"Empty","notes":[]}]}}}""",
            await api.RunAsync("{ notebooks { nodes { name notes { title } } } }", Library.Alice));
        Assert.Equal(
            """{"data":{"notebooks":{"nodes":[{"notes":[{"title":"a"}]},{"notes":[{"title":"c"}]},{"notes":[]}]}}}""",
            await api.RunAsync("query ($n: Int) { notebooks { nodes { notes(first: $n) { title } } } }", Library.Alice, """{ "n": 1 }"""));
    }

    [Fact]
    public async Task Nobody_sees_the_notes_of_others_in_a_notebook_of_theirs()
    {
        using var api = await Library.CreateAsync();
        await api.InsertAsync("notes", Library.Note(0x90, "bob", "bob's in alice's", Library.Home));

        var response = await api.RunAsync("{ notebooks(first: 1) { nodes { notes { title } } } }", Library.Alice);

        Assert.Equal("""{"data":{"notebooks":{"nodes":[{"notes":[{"title":"a"},{"title":"b"}]}]}}}""", response);
    }

    [Theory]
    [InlineData("{ note(id: \"NOTE\") { notebook { name } } }", """{"note":{"notebook":{"name":"Home"}}}""", 2)]
    [InlineData("{ node(id: \"NOTE\") { ... on Note { notebook { name } } } }", """{"node":{"notebook":{"name":"Home"}}}""", 2)]
    [InlineData("{ nodes(ids: [\"NOTE\", \"HOME\"]) { ... on Note { notebook { name } } ... on Notebook { notes { title } } } }", """{"nodes":[{"notebook":{"name":"Home"}},{"notes":[{"title":"a"},{"title":"b"}]}]}""", 4)]
    [InlineData("mutation { updateNote(input: { id: \"NOTE\", title: \"z\" }) { note { title notebook { name } } } }", """{"updateNote":{"note":{"title":"z","notebook":{"name":"Home"}}}}""", 2)]
    [InlineData("mutation { deleteNote(input: { id: \"NOTE\" }) { note { notebook { name notes { title } } } } }", """{"deleteNote":{"note":{"notebook":{"name":"Home","notes":[{"title":"b"}]}}}}""", 3)]
    [InlineData("mutation { createNotebook(input: { name: \"New\" }) { notebook { name notes { title } shelf { label } } } }", """{"createNotebook":{"notebook":{"name":"New","notes":[],"shelf":null}}}""", 2)]
    public async Task It_is_the_same_by_every_way_to_a_document(string query, string data, int commands)
    {
        using var api = await Library.CreateAsync();

        var response = await api.RunAsync(
            query.Replace("NOTE", Library.GlobalNote, StringComparison.Ordinal).Replace("HOME", Library.GlobalHome, StringComparison.Ordinal), Library.Alice);

        Assert.Equal($$"""{"data":{{data}}}""", response);
        Assert.Equal(commands, api.Store.Commands.Count);
    }

    [Theory]
    [InlineData("{ notes { nodes { title notebook { name } } } }", "{\"title\":\"a\",\"notebook\":null}")]
    [InlineData("{ notes { nodes { title notebook { notes { title } } } } }", "{\"title\":\"a\",\"notebook\":null}")]
    public async Task A_viewer_who_may_not_read_the_other_type_gets_null_with_an_error_and_sends_nothing_for_it(string query, string node)
    {
        using var api = await Library.CreateAsync();

        var response = await api.RunAsync(query, Api.ViewerOf("alice", "read:notes"));

        Assert.Contains(node, response, StringComparison.Ordinal);
        Assert.Contains("\"path\":[\"notes\",\"nodes\",0,\"notebook\"],\"extensions\":{\"code\":\"AUTH_NOT_AUTHORIZED\"}", response, StringComparison.Ordinal);
        var command = Assert.Single(api.Store.Commands);
        Assert.DoesNotContain("notebook_id", command.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_other_side_is_null_with_an_error_for_who_may_not_read_it()
    {
        using var api = await Library.CreateAsync();

        var response = await api.RunAsync("{ notebooks(first: 1) { nodes { name notes { title } } } }", Api.ViewerOf("alice", "read:notebooks"));

        Assert.EndsWith(""","data":{"notebooks":{"nodes":[{"name":"Home","notes":null}]}}}""", response, StringComparison.Ordinal);
        Assert.Single(api.Store.Commands);
    }

    [Theory]
    [InlineData("{ eq: \"HOME\" }", """[{"title":"a"},{"title":"b"}]""")]
    [InlineData("{ in: [\"HOME\", null] }", """[{"title":"a"},{"title":"b"},{"title":"none"}]""")]
    [InlineData("{ neq: \"HOME\" }", """[{"title":"c"},{"title":"foreign"},{"title":"gone"},{"title":"none"}]""")]
    [InlineData("{ eq: null }", """[{"title":"none"}]""")]
    [InlineData("null", """[{"title":"none"}]""")]
    public async Task A_list_is_filtered_by_the_id_of_a_reference(string filter, string nodes)
    {
        using var api = await Library.CreateAsync();

        var response = await api.RunAsync(
            $"{{ notes(where: {{ notebookId: {filter.Replace("HOME", Library.GlobalHome, StringComparison.Ordinal)} }}) {{ nodes {{ title }} }} }}", Library.Alice);

        Assert.Equal("""{"data":{"notes":{"nodes":""" + nodes + "}}}", response);
    }

    [Fact]
    public async Task An_id_of_another_type_is_no_filter()
    {
        using var api = await Library.CreateAsync();

        var response = await api.RunAsync($"{{ notes(where: {{ notebookId: {{ eq: \"{Library.GlobalNote}\" }} }}) {{ totalCount }} }}", Library.Alice);

        Assert.Contains("The node ID string has an invalid format.", response, StringComparison.Ordinal);
        Assert.Empty(api.Store.Commands);
    }

    [Theory]
    [InlineData("\"text\"")]
    [InlineData("{ \"$regularExpression\": { \"pattern\": \".*\", \"options\": \"\" } }")]
    [InlineData("[{ \"$oid\": \"650000000000000000000010\" }]")]
    [InlineData("{ \"$gt\": \"\" }")]
    public async Task A_stored_value_that_is_no_id_is_told_and_never_sent(string stored)
    {
        using var api = await Library.CreateAsync();
        await api.InsertAsync("notes", $$"""{ "_id": { "$oid": "6500000000000000000000c1" }, "owner_id": "carol", "title": "x", "notebook_id": {{stored}} }""");

        var response = await api.RunAsync("{ notes { nodes { notebook { name } } } }", Api.ViewerOf("carol", "read:notes", "read:notebooks"));

        Assert.Contains("Note.notebook of document 6500000000000000000000c1 is not a valid Notebook.", response, StringComparison.Ordinal);
        Assert.EndsWith("""{"notes":{"nodes":[{"notebook":null}]}}}""", response, StringComparison.Ordinal);
        Assert.Single(api.Store.Commands);
    }

    [Theory]
    [InlineData("{ notebooks { nodes { notes(first: 21) { title } } } }", "The maximum allowed items per page were exceeded.")]
    [InlineData("{ notebooks { nodes { notes(first: -1) { title } } } }", "The requested number of values per page must be at least 0.")]
    public async Task A_list_beyond_its_limit_refuses_the_whole_field(string query, string message)
    {
        using var api = await Library.CreateAsync();

        var response = await api.RunAsync(query, Library.Alice);

        Assert.Contains(message, response, StringComparison.Ordinal);
        Assert.Contains("\"field\":\"Notebook.notes\"", response, StringComparison.Ordinal);
        Assert.EndsWith("\"data\":{\"notebooks\":null}}", response, StringComparison.Ordinal);
        Assert.Empty(api.Store.Commands);
    }

    [Fact]
    public async Task Equal_numbers_are_one_id_whatever_type_they_are_stored_as()
    {
        using var api = await Api.CreateAsync("""
            type A @collection(name: "as", id: LONG) @owned { name: String! bs: [B!]! @inverse(of: "a") }
            type B @collection(name: "bs", plural: "bees") @owned { a: A @reference }
            """);
        await api.InsertAsync("as", """{ "_id": 7, "owner_id": "alice", "name": "seven" }""");
        await api.InsertAsync(
            "bs",
            """{ "_id": { "$oid": "650000000000000000000001" }, "owner_id": "alice", "a_id": { "$numberLong": "7" } }""",
            """{ "_id": { "$oid": "650000000000000000000002" }, "owner_id": "alice", "a_id": 7.0 }""");

        var response = await api.RunAsync("{ bees { nodes { a { name bs { id } } } } }", Library.Alice);

        const string A = """{"a":{"name":"seven","bs":[{"id":"Qjo2NTAwMDAwMDAwMDAwMDAwMDAwMDAwMDE="},{"id":"Qjo2NTAwMDAwMDAwMDAwMDAwMDAwMDAwMDI="}]}}""";
        Assert.Equal("""{"data":{"bees":{"nodes":[""" + A + "," + A + "]}}}", response);
    }
}
