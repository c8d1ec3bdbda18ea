using System.Globalization;
using OwnedData.Mongo.Commands;

namespace OwnedData.Mongo.Embedded.Tests.Planning;

/// <summary>What is read to answer: alice's 500 notes among 10,000 of others.</summary>
public sealed class QueryPlannerTests(QueryPlannerTests.Notes notes) : IClassFixture<QueryPlannerTests.Notes>
{
    private const int PageSize = 5;

    [Fact]
    public async Task The_first_page_reads_one_entry_more_than_it_shows()
    {
        var plan = await notes.ExplainAsync("{owner_id: \"alice\"}", "{_id: 1}", limit: PageSize + 1);

        Assert.Equal(("LIMIT FETCH IXSCAN owner_id_1__id_1 forward", 6, 6, 6), plan);
    }

    [Theory]
    [InlineData(1, "forward")]
    [InlineData(-1, "backward")]
    public async Task Every_later_page_reads_as_little(int direction, string scanDirection)
    {
        var comparison = direction > 0 ? "$gt" : "$lt";
        foreach (var rank in new[] { 5, 250, 494 })
        {
            var filter = $$"""{"$and": [{owner_id: "alice"}, {"$or": [{rank: {"{{comparison}}": {{rank / 2}} } }, {rank: {{rank / 2}}, _id: {"{{comparison}}": {{Id(rank)}} } }]}]}""";

            var (stages, keys, documents, returned) = await notes.ExplainAsync(filter, $"{{rank: {direction}, _id: {direction}}}", limit: PageSize + 1);

            Assert.Equal($"LIMIT FETCH IXSCAN owner_id_1_rank_1__id_1 {scanDirection}", stages);
            Assert.InRange(keys, returned, PageSize + 1);
            Assert.InRange(documents, returned, PageSize + 1);
            var expected = Enumerable.Range(0, 500).Select(Id).Where(id => direction > 0 ? id > Id(rank) : id < Id(rank));
            expected = direction > 0 ? expected.Take(PageSize + 1) : expected.Reverse().Take(PageSize + 1);
            Assert.Equal(expected, await notes.IdsAsync(filter, $"{{rank: {direction}, _id: {direction}}}", PageSize + 1));
        }
    }

    [Fact]
    public async Task All_pages_together_read_each_document_once_and_one_more_a_page()
    {
        var (seen, keysExamined, pages) = (new List<int>(), 0L, 0);
        for (var filter = "{owner_id: \"alice\"}"; ; pages++)
        {
            keysExamined += (await notes.ExplainAsync(filter, "{rank: 1, _id: 1}", PageSize + 1)).Keys;
            var ids = await notes.IdsAsync(filter, "{rank: 1, _id: 1}", PageSize + 1);
            seen.AddRange(ids.Take(PageSize));
            if (ids.Count <= PageSize)
            {
                break;
            }

            var (rank, id) = (seen[^1] / 20 / 2, seen[^1]);
            filter = $$"""{"$and": [{owner_id: "alice"}, {"$or": [{rank: {"$gt": {{rank}} } }, {rank: {{rank}}, _id: {"$gt": {{id}} } }]}]}""";
        }

        Assert.Equal(Enumerable.Range(0, 500).Select(Id), seen);
        Assert.Equal(500 + pages, keysExamined);
    }

    [Fact]
    public async Task One_document_by_owner_and_id_is_one_lookup()
    {
        var plan = await notes.ExplainAsync($$"""{"$and": [{owner_id: "alice"}, {_id: {{Id(7)}} }]}""");

        Assert.Equal(("FETCH IXSCAN _id_ forward", 1, 1, 1), plan);
    }

    [Fact]
    public async Task Several_documents_by_id_are_as_many_lookups()
    {
        var plan = await notes.ExplainAsync($$"""{owner_id: "alice", _id: {"$in": [{{Id(7)}}, {{Id(3)}}, 999999] } }""");

        Assert.Equal(("FETCH IXSCAN _id_ forward", 2, 2, 2), plan);
    }

    [Fact]
    public async Task Several_leading_values_are_merged_into_the_order()
    {
        var plan = await notes.ExplainAsync("""{owner_id: {"$in": ["alice", "user1", "user2"]}}""", "{_id: -1}", limit: 5);

        Assert.Equal("LIMIT FETCH SORT_MERGE IXSCAN owner_id_1__id_1 backward", plan.Stages);
        Assert.InRange(plan.Keys, 5, 5 + 3);
    }

    [Fact]
    public async Task Branches_on_different_indexes_are_merged_into_the_order()
    {
        var filter = """{"$or": [{owner_id: "alice"}, {readers: "alice"}]}""";

        var (stages, keys, _, _) = await notes.ExplainAsync(filter, "{_id: 1}", limit: 10);

        Assert.Equal("LIMIT FETCH SORT_MERGE IXSCAN owner_id_1__id_1 forward IXSCAN readers_1__id_1 forward", stages);
        Assert.InRange(keys, 10, 2 * 10 + 2);
        Assert.Equal(Enumerable.Range(0, 10).Select(index => index * 20), await notes.IdsAsync(filter, "{_id: 1}", 10));
    }

    [Fact]
    public async Task Counting_reads_only_the_owners_entries()
    {
        var plan = await notes.ExplainAsync(["{$match: {owner_id: \"alice\"}}", "{$count: \"n\"}"]);

        Assert.Equal(("COUNT COUNT_SCAN owner_id_1__id_1 forward", 500, 0, 1), plan);
    }

    [Theory]
    [InlineData("{owner_id: \"alice\", title: {$in: [\"note 3\", \"note 4\", \"note 999\"]}}", 2, 0)]
    [InlineData("{owner_id: {$in: [\"alice\", \"alice\"]}, rank: 7}", 2, 0)]
    [InlineData("{owner_id: \"alice\", rank: {$gt: 247}}", 4, 4)]
    [InlineData("{owner_id: \"alice\", body: \"b\"}", 500, 500)]
    [InlineData("{readers: \"alice\"}", 999, 999)]
    [InlineData("{owner_id: \"alice\", rank: null}", 0, 0)]
    [InlineData("{owner_id: {$in: [\"alice\", null]}}", 500, 500)]
    [InlineData("{$or: [{owner_id: \"alice\"}, {owner_id: \"alice\", title: \"note 3\"}]}", 500, 500)]
    public async Task A_count_reads_documents_only_where_the_entries_do_not_tell(string filter, int count, int documentsExamined)
    {
        string[] pipeline = [$"{{$match: {filter}}}", "{$count: \"n\"}"];

        var counted = await notes.Store.AggregateAsync("notes", pipeline);

        Assert.Equal(count == 0 ? [] : [$"{{\"n\": {count}}}"], counted);
        Assert.Equal(documentsExamined, (await notes.ExplainAsync(pipeline)).Documents);
    }

    [Fact]
    public async Task Explaining_a_change_shows_how_its_document_is_found_and_changes_nothing()
    {
        var change = new FindAndModifyCommand("notes")
        {
            Filter = StoreExtensions.Parse($$"""{$and: [{owner_id: "alice"}, {_id: {{Id(7)}} }]}"""),
            Update = StoreExtensions.Parse("{$set: {title: \"changed\"}}"),
        };

        var reply = await notes.Store.ExecuteAsync(new ExplainCommand(change), CancellationToken.None);

        var statistics = ExplainStatistics.Read(reply);
        Assert.Equal((1, 1, 1), (statistics.KeysExamined, statistics.DocumentsExamined, statistics.Returned));
        Assert.Equal("LIMIT FETCH IXSCAN", string.Join(' ', statistics.Stages));
        Assert.Equal("_id_", Assert.Single(statistics.Indexes));
        Assert.Empty(await notes.Store.FindAsync("notes", "{owner_id: \"alice\", title: \"changed\"}"));
    }

    [Fact]
    public async Task Statistics_name_each_index_of_a_merged_plan()
    {
        var find = new FindCommand("notes")
        {
            Filter = StoreExtensions.Parse("""{$or: [{owner_id: "alice"}, {readers: "alice"}, {readers: "bob"}]}"""),
            Sort = StoreExtensions.Parse("{_id: 1}"),
            Limit = 3,
        };

        var statistics = ExplainStatistics.Read(await notes.Store.ExecuteAsync(new ExplainCommand(find), CancellationToken.None));

        Assert.Equal("owner_id_1__id_1 readers_1__id_1", string.Join(' ', statistics.Indexes));
        Assert.Equal("LIMIT FETCH SORT_MERGE IXSCAN IXSCAN IXSCAN", string.Join(' ', statistics.Stages));
        Assert.Equal(3, statistics.Returned);
        Assert.InRange(statistics.DocumentsExamined, 3, 9);
    }

    [Fact]
    public async Task Every_branch_of_a_union_is_bounded_by_itself()
    {
        var branches = Enumerable.Range(0, 100).Select(rank =>
            $$"""{$unionWith: { coll: "notes", pipeline: [{$match: {owner_id: "alice", rank: {{rank}} } }, {$sort: {_id: 1} }, {$limit: 1}] } }""");

        var (stages, keys, documents, returned) = await notes.ExplainAsync(["{$match: {$expr: false}}", .. branches]);

        Assert.StartsWith("UNION EOF LIMIT FETCH IXSCAN owner_id_1_rank_1__id_1 forward LIMIT FETCH IXSCAN owner_id_1_rank_1__id_1 forward LIMIT", stages, StringComparison.Ordinal);
        Assert.Equal((100, 100, 100), (keys, documents, returned));
    }

    [Theory]
    [InlineData("{owner_id: \"alice\", title: {\"$regex\": \"^note 12\"}}", "FETCH IXSCAN owner_id_1_title_1 forward", 11)]
    [InlineData("{owner_id: \"alice\", title: {\"$gte\": \"note 490\", \"$lt\": \"note 5\"}}", "FETCH IXSCAN owner_id_1_title_1 forward", 10)]
    [InlineData("{owner_id: \"alice\", title: \"note 3\"}", "FETCH IXSCAN owner_id_1_title_1 forward", 1)]
    [InlineData("{owner_id: \"nobody\"}", "FETCH IXSCAN owner_id_1__id_1 forward", 0)]
    [InlineData("{body: \"x\"}", "COLLSCAN", 0)]
    [InlineData("{\"$expr\": false}", "EOF", 0)]
    public async Task Bounds_follow_the_filter(string filter, string stages, int keys)
    {
        var plan = await notes.ExplainAsync(filter);

        Assert.Equal((stages, keys), (plan.Stages, plan.Keys));
    }

    [Fact]
    public async Task An_order_that_no_index_gives_is_sorted()
    {
        var plan = await notes.ExplainAsync("{owner_id: \"alice\"}", "{body: 1}", limit: 3);

        Assert.Equal(("LIMIT SORT FETCH IXSCAN owner_id_1__id_1 forward", 500, 500, 3), plan);
    }

    private static int Id(int rank) => rank * 20;

    public sealed class Notes : IAsyncLifetime
    {
        internal EmbeddedMongoStore Store { get; } = EmbeddedMongoStore.Open(new EmbeddedStoreOptions(), TimeProvider.System);

        public async Task InitializeAsync()
        {
            await Store.CreateIndexAsync("notes", "owner_id_1__id_1", "{owner_id: 1, _id: 1}");
            await Store.CreateIndexAsync("notes", "owner_id_1_rank_1__id_1", "{owner_id: 1, rank: 1, _id: 1}");
            await Store.CreateIndexAsync("notes", "owner_id_1_title_1", "{owner_id: 1, title: 1}");
            await Store.CreateIndexAsync("notes", "readers_1__id_1", "{readers: 1, _id: 1}");
            await Store.InsertAsync("notes", [.. Enumerable.Range(0, 10_500).Select(Note)]);
        }

        public Task DisposeAsync()
        {
            Store.Dispose();
            return Task.CompletedTask;
        }

        internal async Task<(string Stages, long Keys, long Documents, long Returned)> ExplainAsync(string filter, string sort = "{}", int limit = 0) =>
            ExplainedPlan.Read(await Store.RunAsync(new ExplainCommand(Find(filter, sort, limit))));

        internal async Task<(string Stages, long Keys, long Documents, long Returned)> ExplainAsync(string[] pipeline) =>
            ExplainedPlan.Read(await Store.RunAsync(new ExplainCommand(new AggregateCommand("notes") { Pipeline = StoreExtensions.Documents(pipeline) })));

        internal async Task<List<int>> IdsAsync(string filter, string sort, int limit)
        {
            var found = await Store.QueryAsync(Find(filter, sort, limit));
            return found.ConvertAll(json => System.Text.Json.JsonDocument.Parse(json).RootElement.GetProperty("_id").GetInt32());
        }

        private static FindCommand Find(string filter, string sort, int limit) =>
            new("notes") { Filter = StoreExtensions.Parse(filter), Sort = StoreExtensions.Parse(sort), Limit = limit };

        // Every 20th is alice's until she has 500; each rank is given twice. Alice may read hers and some of the others'.
        private static string Note(int id)
        {
            var isAlices = id % 20 == 0 && id < 10_000;
            var owner = isAlices ? "alice" : string.Create(CultureInfo.InvariantCulture, $"user{id % 7}");
            var readers = isAlices ? "[\"alice\", \"bob\"]" : id > 10_000 ? "[\"carol\", \"alice\"]" : "[]";
            return $$"""{_id: {{id}}, owner_id: "{{owner}}", rank: {{id / 20 / 2}}, title: "note {{id / 20}}", readers: {{readers}}, body: "b"}""";
        }
    }
}
