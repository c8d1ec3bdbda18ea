using System.Text.Json;
using OwnedData.Execution.Access;
using OwnedData.Execution.Tests.Support;

namespace OwnedData.Execution.Tests.Access;

/// <summary>`can`: what a write would be allowed, from the document that was fetched anyway.</summary>
public sealed class PermissionsTests
{
    private const string Model =
        """
        type Paper @collection(name: "papers") @owned
          @allow(on: [READ], where: { readers: { some: { eq: "$sub" } } })
          @allow(on: [READ, UPDATE], where: { editors: { some: { eq: "$sub" } } })
          @allow(on: [READ, DELETE], where: { shelf: { city: { eq: "$claim:city" } } })
          @restrict(on: [UPDATE], where: { isFinal: { neq: true } })
          @authorize(policy: "write:papers", on: [UPDATE, DELETE]) {
          title: String!
          readers: [String!]! @default(value: [])
          editors: [String!]! @default(value: [])
          shelf: Shelf
          isFinal: Boolean @stored(as: "final")
          folder: Folder @reference
        }
        type Shelf { city: String  label: String }
        type Folder @collection(name: "folders") @owned(field: "holder") @authorize(policy: "shred", on: [DELETE]) {
          name: String!
          papers: [Paper!]! @inverse(of: "folder")
        }
        """;

    private const string Id = "UGFwZXI6NjUwMDAwMDAwMDAwMDAwMDAwMDAwMDAx";

    private static readonly Viewer s_alice = Api.ViewerOf("alice", "write:papers");

    [Fact]
    public async Task It_says_of_each_document_what_its_rules_say_of_the_viewer()
    {
        using var api = await CreateAsync();

        var response = await api.RunAsync("{ papers { nodes { title can { update delete } } } }", s_alice);

        Assert.Equal(
            """{"data":{"papers":{"nodes":["""
            + """{"title":"own","can":{"update":true,"delete":true}},"""
            + """{"title":"final","can":{"update":false,"delete":true}},"""
            + """{"title":"read","can":{"update":false,"delete":false}},"""
            + """{"title":"edit","can":{"update":true,"delete":false}}]}}}""",
            response);
        Assert.Single(api.Store.Commands);
    }

    [Fact]
    public async Task It_fetches_what_the_rules_of_the_asked_operations_read_and_nothing_else()
    {
        using var api = await CreateAsync();

        await api.RunAsync("{ papers { nodes { shelf { label } can { delete } } } }", s_alice);

        Assert.Contains("\"projection\": {\"owner_id\": 1, \"shelf.city\": 1, \"shelf.label\": 1}", Assert.Single(api.Store.Commands).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gate_that_fails_is_a_no_and_no_error()
    {
        using var api = await CreateAsync();

        Assert.Equal(
            """{"data":{"papers":{"nodes":[{"can":{"update":false,"delete":false}}]}}}""",
            await api.RunAsync("{ papers(first: 1) { nodes { can { update delete } } } }", Api.ViewerOf("alice", "another")));
    }

    [Theory]
    [InlineData("{ paper(id: \"ID\") { can { update } } }", """{"paper":{"can":{"update":true}}}""")]
    [InlineData("{ node(id: \"ID\") { ... on Paper { can { update } } } }", """{"node":{"can":{"update":true}}}""")]
    [InlineData("{ nodes(ids: [\"ID\"]) { ... on Paper { can { update } } } }", """{"nodes":[{"can":{"update":true}}]}""")]
    [InlineData("{ papers(first: 1) { edges { node { can { update } } } } }", """{"papers":{"edges":[{"node":{"can":{"update":true}}}]}}""")]
    [InlineData("{ papers(first: 1) { nodes { folder { can { update delete } papers { can { update } } } } } }", """{"papers":{"nodes":[{"folder":{"can":{"update":true,"delete":false},"papers":[{"can":{"update":true}}]}}]}}""")]
    [InlineData("query ($no: Boolean = false) { papers(first: 1) { nodes { can { __typename is: update no: delete @include(if: $no) } skipped: can @include(if: $no) { update } } } }", """{"papers":{"nodes":[{"can":{"__typename":"PaperPermissions","is":true}}]}}""")]
    [InlineData("mutation { updatePaper(input: { id: \"ID\", title: \"x\" }) { paper { can { update delete } } } }", """{"updatePaper":{"paper":{"can":{"update":true,"delete":true}}}}""")]
    [InlineData("mutation { updatePaper(input: { id: \"ID\", title: \"x\" }) { paper { can { delete } folder { can { delete } } } } }", """{"updatePaper":{"paper":{"can":{"delete":true},"folder":{"can":{"delete":false}}}}}""")]
    [InlineData("mutation { createPaper(input: { title: \"x\", isFinal: true }) { paper { can { update delete } } } }", """{"createPaper":{"paper":{"can":{"update":false,"delete":true}}}}""")]
    [InlineData("mutation { deletePaper(input: { id: \"ID\" }) { paper { title can { update delete } folder { can { update } } } } }", """{"deletePaper":{"paper":{"title":"own","can":{"update":false,"delete":false},"folder":{"can":{"update":true}}}}}""")]
    public async Task It_is_answered_by_every_way_to_a_document(string query, string data)
    {
        using var api = await CreateAsync();

        Assert.Equal($$"""{"data":{{data}}}""", await api.RunAsync(query.Replace("ID", Id, StringComparison.Ordinal), s_alice));
    }

    [Theory]
    [InlineData("alice", null)]
    [InlineData("bob", null)]
    [InlineData("carol", "Bern")]
    public async Task It_promises_what_the_writes_keep(string subject, string? city)
    {
        var viewer = new Viewer
        {
            Subject = subject,
            Issuer = "https://issuer.example/",
            Scopes = s_alice.Scopes,
            Claims = city is null ? default : Bson.BsonDocument.Parse($$"""{ "city": "{{city}}" }"""),
        };
        using var api = await CreateAsync();
        using var papers = JsonDocument.Parse(await api.RunAsync("{ papers { nodes { id can { update delete } } } }", viewer));

        foreach (var paper in papers.RootElement.GetProperty("data").GetProperty("papers").GetProperty("nodes").EnumerateArray())
        {
            var (id, can) = (paper.GetProperty("id").GetString(), paper.GetProperty("can"));
            var update = await api.RunAsync($"mutation {{ updatePaper(input: {{ id: \"{id}\", title: \"new\" }}) {{ errors {{ __typename }} }} }}", viewer);
            var delete = await api.RunAsync($"mutation {{ deletePaper(input: {{ id: \"{id}\" }}) {{ errors {{ __typename }} }} }}", viewer);

            Assert.Equal(can.GetProperty("update").GetBoolean(), update.Contains("\"errors\":null", StringComparison.Ordinal));
            Assert.Equal(can.GetProperty("delete").GetBoolean(), delete.Contains("\"errors\":null", StringComparison.Ordinal));
        }
    }

    private static async Task<Api> CreateAsync()
    {
        var api = await Api.CreateAsync(Model);
        await api.InsertAsync(
            "papers",
            Paper(1, "alice", "own", """, "folder_id": { "$oid": "650000000000000000000010" }"""),
            Paper(2, "alice", "final", """, "final": true"""),
            Paper(3, "bob", "read", """, "readers": ["alice", "carol"]"""),
            Paper(4, "bob", "edit", """, "editors": ["alice"], "shelf": { "city": "Bern" }"""),
            Paper(5, "bob", "bob's", """, "shelf": { "city": "Bern" }"""));
        await api.InsertAsync("folders", """{ "_id": { "$oid": "650000000000000000000010" }, "holder": "alice", "name": "f" }""");
        return api;
    }

    private static string Paper(int number, string owner, string title, string more) =>
        $$"""{ "_id": { "$oid": "65000000000000000000000{{number}}" }, "owner_id": "{{owner}}", "title": "{{title}}"{{more}} }""";
}
