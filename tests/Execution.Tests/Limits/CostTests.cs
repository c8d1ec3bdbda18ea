using OwnedData.Execution.Limits;
using OwnedData.Execution.Tests.Support;

namespace OwnedData.Execution.Tests.Limits;

public sealed class CostTests
{
    [Theory]

    // Fields.
    [InlineData("{ __typename }", 0, 1)]
    [InlineData("{ viewer { subject } }", 1, 2)]
    [InlineData("{ note(id: \"\") { id title } }", 10, 2)]
    [InlineData("{ note(id: \"\") { title place { city } } }", 11, 3)]
    [InlineData("{ a: note(id: \"\") { id } b: note(id: \"\") { id } }", 20, 3)]
    [InlineData("{ note(id: \"\") { place { city } ...P } } fragment P on Note { place { country } }", 11, 3)]

    // Pages: the default of notes is 20, the maximum 100.
    [InlineData("{ notes { totalCount } }", 10, 2)]
    [InlineData("{ notes { pageInfo { hasNextPage } } }", 11, 3)]
    [InlineData("{ notes { nodes { id } } }", 11, 22)]
    [InlineData("{ notes(first: 20) { edges { node { title place { city } } } } }", 51, 62)]
    [InlineData("{ notes(first: 100) { edges { cursor node { title place { city } } } pageInfo { endCursor } totalCount } }", 212, 303)]
    [InlineData("{ notes(last: 7) { nodes { place { city } } } }", 18, 16)]
    [InlineData("{ notes(first: 5, last: 2) { nodes { id } } }", 11, 7)]
    [InlineData("{ notes(first: null, last: 2) { nodes { id } } }", 11, 4)]
    [InlineData("{ notes(first: 0) { nodes { place { city } } } }", 11, 2)]
    [InlineData("{ notes(first: 101) { nodes { id } } }", 11, 102)]
    [InlineData("{ notes(first: -1) { nodes { id } } }", 11, 2)]
    [InlineData("{ notes(first: 3) { nodes { id } edges { node { id } } } contacts(first: 2) { nodes { id } } }", 26, 14)]

    // Filters and orders.
    [InlineData("{ notes(where: null, order: null) { totalCount } }", 10, 2)]
    [InlineData("{ notes(where: {}) { totalCount } }", 20, 2)]
    [InlineData("{ notes(where: { title: { eq: \"a\" } }) { totalCount } }", 30, 2)]
    [InlineData("{ notes(where: { title: { contains: \"a\" } }) { totalCount } }", 40, 2)]
    [InlineData("{ notes(where: { title: { in: [\"a\", \"b\"], nendsWith: \"c\" } }) { totalCount } }", 50, 2)]
    [InlineData("{ notes(where: { title: { or: [{ eq: \"a\" }, { startsWith: \"b\" }] } }) { totalCount } }", 50, 2)]
    [InlineData("{ notes(where: { and: [{ pinned: { eq: true } }, { or: [{ status: { neq: DRAFT } }, {}] }] }) { totalCount } }", 40, 2)]
    [InlineData("{ notes(where: { place: { city: { eq: null } } }) { totalCount } }", 30, 2)]
    [InlineData("{ notes(where: { tags: { some: { contains: \"a\" } } }) { totalCount } }", 50, 2)]
    [InlineData("{ notes(where: { tags: { any: true } }) { totalCount } }", 30, 2)]
    [InlineData("{ notes(order: []) { totalCount } }", 20, 2)]
    [InlineData("{ notes(order: [{ pinned: DESC }, { place: { city: ASC } }]) { totalCount } }", 40, 2)]
    [InlineData("{ notes(order: { id: ASC }) { totalCount } }", 30, 2)]

    // By id, whatever the type: the dearest counts.
    [InlineData("{ node(id: \"\") { id } }", 10, 2)]
    [InlineData("{ node(id: \"\") { ... on Note { place { city } } ... on Contact { name } } }", 11, 3)]
    [InlineData("{ nodes(ids: [\"a\", \"b\", \"c\"]) { id ... on Note { place { city } } } }", 13, 7)]
    [InlineData("{ nodes(ids: []) { id } }", 10, 1)]

    // Conditions.
    [InlineData("{ note(id: \"\") { title place @include(if: false) { city } } }", 10, 2)]
    [InlineData("{ notes(first: 3) @skip(if: true) { nodes { id } } }", 0, 1)]

    // Introspection has limits of its own.
    [InlineData("{ __schema { types { fields { name type { name } } } } }", 0, 1)]

    // Mutations.
    [InlineData("mutation { deleteNote(input: { id: \"\" }) { note { id place { city } } errors { __typename } } }", 13, 5)]
    [InlineData("mutation { createNote(input: { title: \"a\" }) { note { id } } b: deleteNote(input: { id: \"\" }) { errors { __typename } } }", 22, 5)]
    public async Task A_request_costs(string document, long fieldCost, long typeCost)
    {
        using var api = await Api.CreateAsync();

        var cost = api.CostOf(document);

        Assert.Equal(new OperationCost(fieldCost, typeCost), cost);
    }

    // The figures of docs/limits.md.
    [Theory]
    [InlineData("{ things(first: 1000) { nodes { name } } }", 11, 1_002)]
    [InlineData("{ things(first: 1000) { edges { node { name } } } }", 1_011, 2_002)]
    [InlineData("{ things(first: 1000) { edges { node { name part { name } } } } }", 2_011, 3_002)]
    public async Task A_large_page_costs_more_than_the_default_limits_allow(string query, int fieldCost, int typeCost)
    {
        const string Model = "type Thing @collection(name: \"things\") @owned @paging(max: 1000) { name: String  part: Part }\ntype Part { name: String }";
        using var refusing = await Api.CreateAsync(Model);
        using var api = await Api.CreateAsync(Model, limits: OperationLimits.Default with { FieldCost = fieldCost, TypeCost = typeCost });

        Assert.Equal(new OperationCost(fieldCost, typeCost), api.CostOf(query));
        Assert.StartsWith("""{"errors":[{"message":"The maximum allowed """, await refusing.RunAsync(query, Api.Alice), StringComparison.Ordinal);
        Assert.StartsWith("""{"data":{"things":{""", await api.RunAsync(query, Api.Alice), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"all":true}""", 15, 9)]
    [InlineData("""{"all":false}""", 11, 5)]
    public async Task Fields_under_variable_conditions_cost_where_they_are_selected(string variables, long fieldCost, long typeCost)
    {
        using var api = await Api.CreateAsync();

        var cost = api.CostOf(
            "query ($all: Boolean!) { notes(first: 3) { nodes { place @include(if: $all) { city } } pageInfo @include(if: $all) { endCursor } } }",
            variables);

        Assert.Equal(new OperationCost(fieldCost, typeCost), cost);
    }

    [Theory]
    [InlineData("""{}""", 11, 22)]
    [InlineData("""{"first":null,"where":null,"order":null}""", 11, 22)]
    [InlineData("""{"first":3}""", 11, 5)]
    [InlineData("""{"where":{"title":{"eq":"a"}}}""", 31, 22)]
    [InlineData("""{"where":{"title":{"eq":"a"}},"order":[{"title":"ASC"}],"first":1}""", 51, 3)]
    public async Task Variables_cost_what_is_given_and_nothing_when_they_are_not(string variables, long fieldCost, long typeCost)
    {
        using var api = await Api.CreateAsync();

        var cost = api.CostOf(
            "query ($first: Int, $where: NoteFilterInput, $order: [NoteSortInput!]) { notes(first: $first, where: $where, order: $order) { nodes { id } } }",
            variables);

        Assert.Equal(new OperationCost(fieldCost, typeCost), cost);
    }

    [Fact]
    public async Task A_request_at_the_limit_is_answered()
    {
        using var api = await Api.CreateAsync(limits: OperationLimits.Default with { FieldCost = 51, TypeCost = 62 });

        Assert.Equal("""{"data":{"notes":{"edges":[]}}}""", await api.RunAsync("{ notes(first: 20) { edges { node { title place { city } } } } }", Api.Alice));
    }

    [Theory]
    [InlineData(50, 62, """{"errors":[{"message":"The maximum allowed field cost was exceeded.","extensions":{"code":"HC0047","fieldCost":51,"maxFieldCost":50}}]}""")]
    [InlineData(51, 61, """{"errors":[{"message":"The maximum allowed type cost was exceeded.","extensions":{"code":"HC0047","typeCost":62,"maxTypeCost":61}}]}""")]
    [InlineData(1, 1, """{"errors":[{"message":"The maximum allowed field cost was exceeded.","extensions":{"code":"HC0047","fieldCost":51,"maxFieldCost":1}}]}""")]
    public async Task A_request_over_the_limit_has_no_data_and_sends_nothing(int fieldCost, int typeCost, string expected)
    {
        using var api = await Api.CreateAsync(limits: OperationLimits.Default with { FieldCost = fieldCost, TypeCost = typeCost });

        var response = await api.RunAsync("{ notes(first: 20) { edges { node { title place { city } } } } }", Api.Alice);

        Assert.Equal(expected, response);
        Assert.Empty(api.Store.Commands);
    }

    [Fact]
    public async Task A_mutation_over_the_limit_writes_nothing()
    {
        using var api = await Api.CreateAsync(limits: OperationLimits.Default with { FieldCost = 19 });

        var response = await api.RunAsync(
            """mutation { a: createNote(input: { title: "a" }) { errors { __typename } } b: createNote(input: { title: "b" }) { errors { __typename } } }""",
            Api.Alice);

        Assert.Equal("""{"errors":[{"message":"The maximum allowed field cost was exceeded.","extensions":{"code":"HC0047","fieldCost":22,"maxFieldCost":19}}]}""", response);
        Assert.Empty(api.Store.Commands);
    }

    [Fact]
    public async Task The_cost_tells_nothing_of_the_viewer_s_rights()
    {
        using var api = await Api.CreateAsync(limits: OperationLimits.Default with { FieldCost = 10 });
        const string Query = "{ notes { nodes { id } } }";

        Assert.Equal(await api.RunAsync(Query, Api.Alice), await api.RunAsync(Query, Api.ViewerOf("alice", "nothing")));
    }
}
