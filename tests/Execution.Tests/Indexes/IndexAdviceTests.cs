using OwnedData.Bson;
using OwnedData.Execution.Indexes;
using OwnedData.Mongo;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Tests.Indexes;

public sealed class IndexAdviceTests
{
    private static readonly StoredType s_type = ModelLoader.Load([new ModelSource("model.graphql", """
        type Note @collection(name: "notes") @owned @index(fields: ["pinned", "updatedAt:desc"]) {
          pinned: Boolean!
          updatedAt: DateTime!
          title: String! @stored(as: "t")
          place: Place
          data: JSON
        }
        type Place { city: String! @stored(as: "c") }
        """u8.ToArray())]).Model!.StoredTypes[0];

    [Theory]
    [InlineData("""{ "find": "notes", "filter": { "$and": [{ "owner_id": { "$eq": "alice" } }, { "t": { "$eq": "a" } }] }, "sort": { "_id": 1 } }""", "@index(fields: [\"title\"])")]
    [InlineData("""{ "find": "notes", "filter": { "owner_id": "alice", "t": { "$gt": "a" }, "pinned": true }, "sort": { "updatedAt": -1, "_id": 1 } }""", "@index(fields: [\"pinned\", \"updatedAt:desc\", \"title\"])")]
    [InlineData("""{ "find": "notes", "filter": { "owner_id": "alice" }, "sort": { "place.c": -1, "_id": 1 } }""", "@index(fields: [\"place.city:desc\"])")]
    [InlineData("""{ "aggregate": "notes", "pipeline": [{ "$match": { "owner_id": "alice", "t": { "$in": ["a", "b"] } } }, { "$count": "n" }] }""", "@index(fields: [\"title\"])")]
    [InlineData("""{ "find": "notes", "filter": { "owner_id": "alice", "pinned": true }, "sort": { "updatedAt": -1, "_id": 1 } }""", null)]
    [InlineData("""{ "find": "notes", "filter": { "owner_id": "alice" }, "sort": { "_id": 1 } }""", null)]
    [InlineData("""{ "find": "notes", "filter": { "owner_id": "alice", "t": { "$ne": "a" } } }""", null)]
    [InlineData("""{ "find": "notes", "filter": { "owner_id": "alice", "$or": [{ "t": "a" }, { "t": "b" }] } }""", null)]
    [InlineData("""{ "find": "notes", "filter": { "owner_id": "alice", "data": 1 } }""", null)]
    [InlineData("""{ "find": "notes", "filter": { "unknown": 1 } }""", null)]
    [InlineData("""{ "find": "notes", "filter": { } }""", null)]
    public void What_the_filter_fixes_comes_first_then_the_order_then_ranges(string command, string? advice) =>
        Assert.Equal(advice, IndexAdvice.For(s_type, BsonDocument.Parse(command))?.ToString());

    [Theory]
    [InlineData(100, 1, "COLLSCAN", false)]
    [InlineData(101, 100, "COLLSCAN", true)]
    [InlineData(101, 11, "IXSCAN", false)]
    [InlineData(101, 10, "IXSCAN", true)]
    [InlineData(101, 0, "IXSCAN", true)]
    public void A_scan_reads_many_to_give_few(long examined, long returned, string stage, bool isScan) =>
        Assert.Equal(isScan, IndexAdvice.IsScan(new ExplainStatistics(examined, examined, returned, [stage], [])));

    [Theory]
    [InlineData("""{ "owner_id": "alice", "t": "a" }""", "COLLSCAN", "@index(fields: [\"title\"]) in the model")]
    [InlineData("""{ "owner_id": "alice", "pinned": true }""", "COLLSCAN", "indexes apply, which makes owner_id_1_pinned_1_updatedAt_-1__id_1")]
    [InlineData("""{ "owner_id": "alice", "pinned": true }""", "IXSCAN", null)]
    [InlineData("""{ "$or": [{ "t": "a" }, { "t": "b" }] }""", "COLLSCAN", null)]
    public void A_collection_scan_where_the_model_has_an_index_shows_that_the_store_lacks_it(string filter, string stage, string? advice) =>
        Assert.Equal(advice, IndexAdvice.Describe(s_type, BsonDocument.Parse($$"""{ "find": "notes", "filter": {{filter}} }"""), new ExplainStatistics(500, 500, 1, [stage], [])));
}
