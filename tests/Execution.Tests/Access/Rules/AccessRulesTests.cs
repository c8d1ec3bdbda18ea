using System.Collections.Frozen;
using OwnedData.Bson;
using OwnedData.Execution.Access;
using OwnedData.Execution.Tests.Support;

namespace OwnedData.Execution.Tests.Access.Rules;

/// <summary>"may = gates ∧ one allow rule ∧ all restrict rules", as the predicate that reading sends.</summary>
public sealed class AccessRulesTests
{
    private const string Shared = """
        type Doc @collection(name: "docs") @owned
          @allow(where: { readers: { some: { eq: "$sub" } } })
          @allow(where: { department: { eq: "$claim:department" } })
          @allow(policy: "audit:docs", where: { status: { eq: FINAL } })
          @allow(roles: ["admin"])
          @restrict(where: { orgId: { eq: "$claim:org" } }) {
          title: String!
          orgId: String! @stored(as: "org_id")
          department: String
          readers: [String!]
          status: Status
        }
        enum Status { DRAFT FINAL }
        """;

    [Fact]
    public async Task Restricts_stand_first_then_the_alternatives_then_the_clients_filter()
    {
        await AssertFilterAsync(
            """{"$and": [{"org_id": "acme"}, {"$or": [{"owner_id": "alice"}, {"readers": {"$elemMatch": {"$eq": "alice"}}}, {"department": "law"}, {"status": "FINAL"}]}, {"$and": [{"title": {"$eq": "x"}}]}]}""",
            ViewerOf("""{"org":"acme","department":"law"}""", scopes: ["audit:docs"]),
            "{ docs(where: { title: { eq: \"x\" } }) { nodes { title } } }");
    }

    [Fact]
    public async Task Alternatives_that_this_viewer_can_not_use_are_left_out()
    {
        await AssertFilterAsync(
            """{"$and": [{"org_id": "acme"}, {"$or": [{"owner_id": "alice"}, {"readers": {"$elemMatch": {"$eq": "alice"}}}]}]}""",
            ViewerOf("""{"org":"acme","department":["law"]}"""));
    }

    [Fact]
    public async Task An_alternative_that_always_holds_leaves_out_all_of_them()
    {
        await AssertFilterAsync("""{"$and": [{"org_id": "acme"}]}""", ViewerOf("""{"org":"acme"}""", roles: ["admin"]));
    }

    [Fact]
    public async Task A_restrict_must_hold_as_well_whatever_lets_the_viewer_in()
    {
        using var api = await Api.CreateAsync(Shared);
        await api.InsertAsync("docs", """{ "_id": { "$oid": "650000000000000000000001" }, "owner_id": "alice", "title": "x", "org_id": null }""");

        var response = await api.RunAsync("{ docs { nodes { title } totalCount } }", ViewerOf("{}", roles: ["admin"]));

        Assert.Equal("""{"data":{"docs":{"nodes":[],"totalCount":0}}}""", response);
        Assert.Empty(api.Store.Commands);
    }

    [Fact]
    public async Task A_public_type_is_read_by_everyone_and_sends_the_clients_filter_alone()
    {
        const string model = """type Page @collection(name: "pages") @public @allow(on: [CREATE, UPDATE, DELETE], roles: ["editor"]) { title: String! }""";
        using var api = await Api.CreateAsync(model);
        await api.InsertAsync("pages", """{ "_id": { "$oid": "650000000000000000000001" }, "title": "x" }""");

        var anonymous = await api.RunAsync("{ pages { nodes { title } totalCount } }", Viewer.Anonymous);
        var write = await api.RunAsync("mutation { createPage(input: { title: \"y\" }) { page { title } errors { __typename } } }", Viewer.Anonymous);
        var stranger = await api.RunAsync("mutation { createPage(input: { title: \"y\" }) { page { title } errors { __typename } } }", Api.Alice);
        var editor = await api.RunAsync("mutation { createPage(input: { title: \"y\" }) { page { title } errors { __typename } } }", ViewerOf("{}", roles: ["editor"]));

        Assert.Equal("""{"data":{"pages":{"nodes":[{"title":"x"}],"totalCount":1}}}""", anonymous);
        Assert.Contains("AUTH_NOT_AUTHENTICATED", write, StringComparison.Ordinal);
        Assert.Equal("""{"data":{"createPage":{"page":null,"errors":[{"__typename":"NotAllowedError"}]}}}""", stranger);
        Assert.Equal("""{"data":{"createPage":{"page":{"title":"y"},"errors":null}}}""", editor);
        Assert.Contains(api.Store.Commands, command => command.ToString().StartsWith("""{"find": "pages", "filter": {}, """, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Now_is_one_time_for_all_commands_of_a_request()
    {
        const string model = """
            type Offer @collection(name: "offers") @allow(where: { until: { gt: "$now" } }) { title: String! until: DateTime! }
            """;
        using var api = await Api.CreateAsync(model);
        await api.InsertAsync(
            "offers",
            """{ "_id": { "$oid": "650000000000000000000001" }, "title": "over", "until": { "$date": "2026-01-31T12:00:00Z" } }""",
            """{ "_id": { "$oid": "650000000000000000000002" }, "title": "open", "until": { "$date": "2026-01-31T12:00:00.001Z" } }""");

        var response = await api.RunAsync("{ offers { nodes { title } totalCount } }", Api.Alice);

        Assert.Equal("""{"data":{"offers":{"nodes":[{"title":"open"}],"totalCount":1}}}""", response);
        Assert.All(api.Store.Commands, command => Assert.Contains("""{"until": {"$gt": {"$date": "2026-01-31T12:00:00Z"}}}""", command.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_condition_of_several_parts_stands_under_and_where_it_is_one_of_several_alternatives()
    {
        const string model = """
            type Doc @collection(name: "docs") @owned @allow(where: { a: { eq: "$sub" }, or: [{ b: { gt: 1 } }, { c: { ncontains: "$sub" } }] }) { a: String b: Int c: String }
            """;

        await AssertFilterAsync(
            """{"$and": [{"$or": [{"owner_id": "alice"}, {"$and": [{"a": "alice"}, {"$or": [{"b": {"$gt": 1}}, {"c": {"$not": {"$regex": "alice"}}}]}]}]}]}""",
            Api.Alice,
            "{ docs { nodes { id } } }",
            model);
    }

    private static async Task AssertFilterAsync(string expected, Viewer viewer, string query = "{ docs { nodes { title } } }", string model = Shared)
    {
        using var api = await Api.CreateAsync(model);

        await api.RunAsync(query, viewer);

        var command = Assert.Single(api.Store.Commands);
        command.TryGetValue("filter"u8, out var filter);
        Assert.Equal(expected, new BsonDocument(filter.AsDocument().ToArray()).ToString());
    }

    private static Viewer ViewerOf(string claims, string[]? scopes = null, string[]? roles = null) => new()
    {
        Subject = "alice",
        Scopes = (scopes ?? []).ToFrozenSet(),
        Roles = (roles ?? []).ToFrozenSet(),
        Claims = BsonDocument.Parse(claims),
    };
}
