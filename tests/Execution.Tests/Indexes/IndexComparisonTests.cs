using OwnedData.Bson;
using OwnedData.Execution.Indexes;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Tests.Indexes;

public sealed class IndexComparisonTests
{
    // The model asks for `owner_id_1__id_1` and, unique, `owner_id_1_number_1`.
    private static readonly StoredType s_type = ModelLoader
        .Load([new ModelSource("model.graphql", """type Bill @collection(name: "bills") @owned { number: Int! @unique }"""u8.ToArray())]).Model!.StoredTypes[0];

    [Theory]
    [InlineData("""{ "v": 2, "key": { "owner_id": 1, "_id": 1 }, "name": "owner_id_1__id_1" }""")]
    [InlineData("""{ "v": 2, "key": { "owner_id": 1, "_id": 1 }, "name": "of_another_name" }""")]
    [InlineData("""{ "v": 2, "key": { "owner_id": 1.0, "_id": { "$numberLong": "1" } }, "name": "by_mongosh", "ns": "db.bills", "background": true }""")]
    [InlineData("""{ "v": 2, "key": { "owner_id": 1, "_id": 1 }, "name": "a", "sparse": false, "hidden": false, "unique": false }""")]
    public void An_index_that_does_the_same_is_as_good(string stored)
    {
        var comparison = Compare(stored);

        Assert.Equal(["owner_id_1_number_1"], comparison.Missing.Select(index => index.Name));
        Assert.Empty(comparison.Unused);
    }

    [Theory]
    [InlineData("""{ "v": 2, "key": { "_id": 1, "owner_id": 1 }, "name": "other_order" }""", false)]
    [InlineData("""{ "v": 2, "key": { "owner_id": 1, "_id": -1 }, "name": "other_direction" }""", false)]
    [InlineData("""{ "v": 2, "key": { "owner_id": 1, "_id": 1, "a": 1 }, "name": "longer" }""", false)]
    [InlineData("""{ "v": 2, "key": { "owner_id": 1, "_id": 1 }, "name": "unique", "unique": true }""", true)]
    [InlineData("""{ "v": 2, "key": { "owner_id": 1, "_id": 1 }, "name": "sparse", "sparse": true }""", true)]
    [InlineData("""{ "v": 2, "key": { "owner_id": 1, "_id": 1 }, "name": "partial", "partialFilterExpression": { "a": 1 } }""", true)]
    [InlineData("""{ "v": 2, "key": { "owner_id": 1, "_id": 1 }, "name": "hidden", "hidden": true }""", true)]
    [InlineData("""{ "v": 2, "key": { "owner_id": 1, "_id": 1 }, "name": "collated", "collation": { "locale": "en" } }""", true)]
    [InlineData("""{ "v": 2, "key": { "owner_id": "hashed", "_id": 1 }, "name": "hashed" }""", true)]
    [InlineData("""{ "v": 2, "key": { "a": 1 }, "name": "owner_id_1__id_1" }""", true)]
    public void An_index_that_does_not_is_unused_and_may_be_in_the_way(string stored, bool isInTheWay)
    {
        var comparison = Compare(stored);

        Assert.Equal(["owner_id_1__id_1", "owner_id_1_number_1"], comparison.Missing.Select(index => index.Name));
        Assert.Equal(isInTheWay, Assert.Single(comparison.Unused).IsInTheWayOf(s_type.Indexes[0]));
    }

    [Fact]
    public void The_index_of_the_id_is_never_unused() => Assert.Empty(Compare("""{ "v": 2, "key": { "_id": 1 }, "name": "_id_" }""").Unused);

    private static IndexComparison Compare(params string[] stored) =>
        IndexComparison.Of(s_type, [.. stored.Select(BsonDocument.Parse).Select(StoredIndex.Read)]);
}
