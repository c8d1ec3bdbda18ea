using System.Globalization;
using System.Text.Json;
using OwnedData.Mongo.Commands;

namespace OwnedData.Mongo.Embedded.Tests.Planning;

/// <summary>What is read for a viewer whom three rules let see 6,000 notes among 10,000 of others: every branch of the `$or` is read in the order, no further than the page.</summary>
public sealed class UnionPlanTests(UnionPlanTests.Notes notes) : IClassFixture<UnionPlanTests.Notes>
{
    private const int Limit = 6;

    private const string Rules =
        """
        {$or: [{owner_id: "alice"}, {readers: {$elemMatch: {$eq: "alice"}}}, {$and: [{department: "sales"}, {classification: {$ne: "SECRET"}}]}]}
        """;

    private const string MergedScans =
        "LIMIT FETCH SORT_MERGE IXSCAN owner {0} IXSCAN readers {0} IXSCAN department {0}";

    [Theory]
    [InlineData("", -1)]
    [InlineData("", 1)]
    [InlineData("{org_id: \"o1\"}, ", -1)]
    [InlineData("{org_id: \"o1\"}, ", 1)]
    public async Task The_first_and_the_thousandth_page_read_no_more_of_each_branch_than_they_show(string tenant, int direction)
    {
        var prefix = tenant.Length > 0 ? "org_" : "";
        var ids = Notes.VisibleIds.OrderBy(id => direction * Notes.UpdatedAt(id)).ThenBy(id => direction * id).ToList();
        foreach (var page in new[] { 1, 1000 })
        {
            var expected = ids.Skip((page - 1) * (Limit - 1)).Take(Limit).ToList();
            var keyset = page == 1 ? "{}" : After(ids[(page - 1) * (Limit - 1) - 1], direction);
            var filter = $"{{$and: [{tenant}{Rules}, {keyset}]}}";
            var sort = $"{{updated_at: {direction}, _id: {direction}}}";

            var plan = await notes.ExplainAsync(filter, sort, Limit);

            Assert.Equal(
                string.Format(CultureInfo.InvariantCulture, MergedScans.Replace("IXSCAN ", $"IXSCAN {prefix}", StringComparison.Ordinal), direction < 0 ? "forward" : "backward"),
                plan.Stages);
            Assert.Equal(Limit, plan.Returned);
            Assert.InRange(plan.Keys, Limit, Limit * 3);
            Assert.InRange(plan.Documents, Limit, Limit * 3);
            Assert.Equal(expected, await notes.IdsAsync(filter, sort, Limit));
        }
    }

    [Fact]
    public async Task Several_readers_at_once_are_merged_and_each_note_comes_once()
    {
        var filter = """{$or: [{owner_id: "alice"}, {readers: {$elemMatch: {$in: ["alice", "carol"]}}}]}""";

        var plan = await notes.ExplainAsync(filter, "{updated_at: -1, _id: -1}", Limit);
        var ids = await notes.IdsAsync(filter, "{updated_at: -1, _id: -1}", 0);

        Assert.Equal("LIMIT FETCH SORT_MERGE IXSCAN owner forward IXSCAN readers forward", plan.Stages);
        Assert.InRange(plan.Documents, Limit, Limit * 3);
        Assert.Equal(ids.Distinct().Count(), ids.Count);
        Assert.Equal(4000, ids.Count);
    }

    [Fact]
    public async Task Members_of_a_list_of_documents_are_found_by_their_index_in_the_order()
    {
        var filter = """{$or: [{owner_id: "alice"}, {members: {$elemMatch: {user_id: "alice", role: "EDITOR"}}}]}""";

        var plan = await notes.ExplainAsync(filter, "{updated_at: -1, _id: -1}", Limit);

        Assert.Equal(("LIMIT FETCH SORT_MERGE IXSCAN owner forward IXSCAN members forward", 6L), (plan.Stages, plan.Returned));
        Assert.InRange(plan.Documents, Limit, Limit * 2);
    }

    [Theory]
    [InlineData("{archived_at: null, _id: {$gt: 9000}}")]
    [InlineData("{$or: [{archived_at: {$ne: null}}, {archived_at: null, _id: {$gt: 9000}}]}")]
    public async Task A_page_that_begins_among_missing_values_does_not_read_those_before_it(string keyset)
    {
        var filter = $"{{$and: [{{department: \"it\"}}, {keyset}]}}";

        var plan = await notes.ExplainAsync(filter, "{archived_at: 1, _id: 1}", Limit);

        Assert.Equal(("LIMIT FETCH IXSCAN archived forward", 6L, 6L, 6L), plan);
    }

    [Fact]
    public async Task Without_an_order_the_branches_are_read_one_after_the_other()
    {
        var plan = await notes.ExplainAsync($"{{$and: [{Rules}]}}");

        Assert.Equal(("FETCH OR IXSCAN owner forward IXSCAN readers forward IXSCAN department forward", 6000L), (plan.Stages, plan.Returned));
        Assert.InRange(plan.Documents, 6000, 8200);
    }

    [Fact]
    public async Task A_branch_that_contradicts_the_rest_is_not_read()
    {
        var plan = await notes.ExplainAsync($"{{$and: [{Rules}, {{owner_id: \"bob\", department: \"it\"}}]}}", "{updated_at: -1, _id: -1}", Limit);

        Assert.Equal((0L, 0L), (plan.Documents, plan.Returned));
    }

    [Fact]
    public async Task One_note_by_its_id_is_one_lookup()
    {
        var plan = await notes.ExplainAsync($"{{$and: [{{org_id: \"o1\"}}, {Rules}, {{_id: 0}}]}}");

        Assert.Equal(("FETCH IXSCAN _id_ forward", 1, 1, 1), plan);
    }

    [Fact]
    public async Task A_branch_without_an_index_leaves_the_filter_to_the_rest_of_it()
    {
        var plan = await notes.ExplainAsync("""{$and: [{owner_id: "alice"}, {$or: [{readers: "alice"}, {body: "x"}]}]}""", "{updated_at: -1, _id: -1}", Limit);

        Assert.Equal("LIMIT FETCH IXSCAN owner forward", plan.Stages);
    }

    [Fact]
    public async Task A_filter_of_very_many_alternatives_is_planned_in_bounded_time()
    {
        var alternatives = string.Join(',', Enumerable.Range(0, 60).Select(id => $"{{owner_id: \"user{id}\"}}"));
        var filter = $"{{$and: [{string.Join(',', Enumerable.Repeat($"{{$or: [{alternatives}]}}", 30))}]}}";

        var plan = await notes.ExplainAsync(filter, "{updated_at: -1, _id: -1}", Limit);

        Assert.InRange(plan.Returned, 1, Limit);
    }

    private static string After(int id, int direction)
    {
        var (beyond, at) = (direction < 0 ? "$lt" : "$gt", Notes.UpdatedAt(id));
        var missing = direction < 0 ? "{updated_at: null}, " : "";
        return $"{{$or: [{{updated_at: {{{beyond}: {at}}}}}, {missing}{{updated_at: {{$eq: {at}}}, _id: {{{beyond}: {id}}}}}]}}";
    }

    public sealed class Notes : IAsyncLifetime
    {
        private const int Count = 16_000;

        internal EmbeddedMongoStore Store { get; } = EmbeddedMongoStore.Open(new EmbeddedStoreOptions(), TimeProvider.System);

        // Of eight notes one is the own one of alice, one is lent to her and one is of her department.
        internal static IEnumerable<int> VisibleIds => Enumerable.Range(0, Count).Where(id => id % 8 < 3);

        internal static int UpdatedAt(int id) => id * 7919 % 4001;

        public async Task InitializeAsync()
        {
            foreach (var field in (string[])["owner_id", "readers", "department"])
            {
                var name = field.Replace("_id", "", StringComparison.Ordinal);
                await Store.CreateIndexAsync("notes", name, $"{{{field}: 1, updated_at: -1, _id: -1}}");
                await Store.CreateIndexAsync("notes", $"org_{name}", $"{{org_id: 1, {field}: 1, updated_at: -1, _id: -1}}");
            }

            await Store.CreateIndexAsync("notes", "members", "{\"members.user_id\": 1, updated_at: -1, _id: -1}");
            await Store.CreateIndexAsync("notes", "archived", "{department: 1, archived_at: 1, _id: 1}");
            await Store.CreateIndexAsync("notes", "org_updated_at", "{org_id: 1, updated_at: -1, _id: -1}");
            await Store.InsertAsync("notes", [.. Enumerable.Range(0, Count).Select(Note)]);
        }

        public Task DisposeAsync()
        {
            Store.Dispose();
            return Task.CompletedTask;
        }

        internal async Task<(string Stages, long Keys, long Documents, long Returned)> ExplainAsync(string filter, string sort = "{}", int limit = 0) =>
            ExplainedPlan.Read(await Store.RunAsync(new ExplainCommand(Find(filter, sort, limit))));

        internal async Task<List<int>> IdsAsync(string filter, string sort, int limit)
        {
            var found = await Store.QueryAsync(Find(filter, sort, limit));
            return found.ConvertAll(json => JsonDocument.Parse(json).RootElement.GetProperty("_id").GetInt32());
        }

        private static FindCommand Find(string filter, string sort, int limit) =>
            new("notes") { Filter = StoreExtensions.Parse(filter), Sort = StoreExtensions.Parse(sort), Limit = limit };

        private static string Note(int id)
        {
            var owner = id % 8 == 0 ? "alice" : $"user{id % 5}";
            var readers = (id % 8) switch
            {
                0 => "[\"alice\", \"carol\"]",
                1 => "[\"carol\", \"alice\", \"bob\"]",
                _ => "[\"bob\"]",
            };
            var department = id % 8 == 2 ? "sales" : "it";
            var members = id % 8 == 1 ? ", members: [{user_id: \"bob\"}, {user_id: \"alice\", role: \"EDITOR\"}]" : "";
            return $"{{_id: {id}{members}, org_id: \"o1\", owner_id: \"{owner}\", readers: {readers}, department: \"{department}\", classification: \"NONE\", updated_at: {UpdatedAt(id)}}}";
        }
    }
}
