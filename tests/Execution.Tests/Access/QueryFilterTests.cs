using OwnedData.Bson;
using OwnedData.Execution.Access;
using OwnedData.Execution.Tests.Support;
using OwnedData.Mongo.Commands;

namespace OwnedData.Execution.Tests.Access;

public sealed class QueryFilterTests
{
    private const string AccountModel = """
        type Bill @collection(name: "bills") @owned(field: "account", by: "$claim:https://example.com/account") {
          text: String!
          sum: Int
        }
        """;

    private const string Bill = "QmlsbDo2NTAwMDAwMDAwMDAwMDAwMDAwMDAwMDE=";

    [Fact]
    public async Task A_collection_that_the_model_does_not_declare_is_refused_for_every_command()
    {
        using var api = await Api.CreateAsync();
        var filter = new QueryFilter(api.Store, api.Schema.Model);
        var nothing = BsonDocument.Empty;

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await filter.FindAsync(new FindCommand("secrets"), Api.Alice, default, default).CountAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await filter.CountAsync(new CountRequest("secrets", nothing, null), Api.Alice, default, default));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await filter.InsertAsync("secrets", nothing, Api.Alice, default, maxTime: null, default));
        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
            await filter.FindAndModifyAsync(new FindAndModifyCommand("secrets") { Filter = nothing, Update = null }, Api.Alice, default, default));
        Assert.Empty(api.Store.Commands);
    }

    [Fact]
    public async Task The_owners_clause_stands_first_and_the_clients_filter_in_a_document_of_its_own()
    {
        using var api = await Api.CreateAsync();
        var filter = new QueryFilter(api.Store, api.Schema.Model);
        var clients = BsonDocument.Parse("""{ "owner_id": "bob", "$or": [{ "owner_id": "bob" }, {}] }""");

        await filter.FindAsync(new FindCommand("notes") { Filter = clients }, Api.Alice, default, default).CountAsync();
        await filter.FindAsync(new FindCommand("notes"), Api.Alice, default, default).CountAsync();

        Assert.Equal(
            [
                """{"find": "notes", "filter": {"$and": [{"owner_id": "alice"}, {"owner_id": "bob", "$or": [{"owner_id": "bob"}, {}]}]}}""",
                """{"find": "notes", "filter": {"$and": [{"owner_id": "alice"}]}}""",
            ],
            api.Store.Commands.Select(command => command.ToString()));
    }

    [Fact]
    public async Task The_owner_is_stamped_right_after_the_id_and_the_insert_has_its_time()
    {
        using var api = await Api.CreateAsync();
        var filter = new QueryFilter(api.Store, api.Schema.Model);

        var stored = await filter.InsertAsync("notes", BsonDocument.Parse("""{ "_id": 1, "title": "x" }"""), Api.Alice, default, TimeSpan.FromSeconds(5), default);

        Assert.Equal("""{"_id": 1, "owner_id": "alice", "title": "x"}""", stored.Document.ToString());
        Assert.Equal(["""{"insert": "notes", "documents": [{"_id": 1, "owner_id": "alice", "title": "x"}], "maxTimeMS": 5000}"""], api.Store.Commands.Select(command => command.ToString()));
    }

    [Fact]
    public async Task A_claim_can_own_and_is_compared_as_text_only()
    {
        using var api = await Api.CreateAsync(AccountModel);
        await api.InsertAsync("bills", Stored(1, "\"acme\""), Stored(2, "\"other\""), Stored(3, "null"), Stored(4, "\"\""), Stored(5, "{}"), Stored(6, "[]"));

        var response = await api.RunAsync("{ bills { nodes { text } totalCount } }", ViewerWith("acme"));

        Assert.Equal("""{"data":{"bills":{"nodes":[{"text":"Bill 1"}],"totalCount":1}}}""", response);
        Assert.All(api.Store.Commands, command => Assert.Contains("""{"$and": [{"account": "acme"}]}""", command.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task A_viewer_whose_claim_is_missing_or_empty_reads_nothing_changes_nothing_and_asks_the_store_nothing(string? claim)
    {
        using var api = await Api.CreateAsync(AccountModel);
        await api.InsertAsync("bills", Stored(1, "\"acme\""), Stored(2, "null"), Stored(3, "\"\""));
        var viewer = ViewerWith(claim);

        var read = await api.RunAsync($"{{ bills {{ nodes {{ text }} totalCount pageInfo {{ hasNextPage }} }} bill(id: \"{Bill}\") {{ text }} nodes(ids: [\"{Bill}\"]) {{ id }} }}", viewer);
        var update = await api.RunAsync($"mutation {{ updateBill(input: {{ id: \"{Bill}\", text: \"x\" }}) {{ bill {{ text }} errors {{ ... on Error {{ message }} }} }} }}", viewer);
        var delete = await api.RunAsync($"mutation {{ deleteBill(input: {{ id: \"{Bill}\" }}) {{ bill {{ text }} errors {{ ... on Error {{ message }} }} }} }}", viewer);
        var create = await api.RunAsync("mutation { createBill(input: { text: \"x\" }) { bill { text } errors { __typename ... on Error { message } } } }", viewer);

        Assert.Equal("""{"data":{"bills":{"nodes":[],"totalCount":0,"pageInfo":{"hasNextPage":false}},"bill":null,"nodes":[null]}}""", read);
        Assert.Equal("""{"data":{"updateBill":{"bill":null,"errors":[{"message":"There is no Bill with this id."}]}}}""", update);
        Assert.Equal("""{"data":{"deleteBill":{"bill":null,"errors":[{"message":"There is no Bill with this id."}]}}}""", delete);
        Assert.Equal(
            """{"data":{"createBill":{"bill":null,"errors":[{"__typename":"NotAllowedError","message":"You may not create a Bill like this."}]}}}""",
            create);
        Assert.Empty(api.Store.Commands);
    }

    [Theory]
    [InlineData("$ne")]
    [InlineData("{\"$ne\":null}")]
    [InlineData("a\0b")]
    [InlineData("$sub")]
    public async Task A_subject_is_a_value_whatever_it_looks_like(string subject)
    {
        using var api = await Api.CreateAsync();
        await Golden.SampleData.InsertAsync(api);
        var viewer = Api.ViewerOf(subject);

        await api.RunAsync("mutation { createNote(input: { title: \"mine\" }) { note { title } } }", viewer);
        var response = await api.RunAsync("{ notes { nodes { title } totalCount } }", viewer);

        Assert.Equal("""{"data":{"notes":{"nodes":[{"title":"mine"}],"totalCount":1}}}""", response);
        OwnerClause.AssertInAll(api.Store.Commands, viewer);
    }

    private static string Stored(int number, string owner) =>
        $$"""{ "_id": { "$oid": "6500000000000000000000{{number:x2}}" }, "account": {{owner}}, "text": "Bill {{number}}", "sum": {{number}} }""";

    private static Viewer ViewerWith(string? account) => new()
    {
        Subject = "alice",
        Issuer = "https://issuer.example/",
        Claims = account is null ? BsonDocument.Empty : BsonDocument.Parse($$"""{ "https://example.com/account": "{{account}}" }"""),
    };
}
