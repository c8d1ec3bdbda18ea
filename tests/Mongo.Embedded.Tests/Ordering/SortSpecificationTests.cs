using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Tests.Ordering;

public sealed class SortSpecificationTests
{
    [Theory]
    [InlineData("""{"a": 1}""", """{}""", """{"a": null}""", 0)]
    [InlineData("""{"a": 1}""", """{"a": []}""", """{}""", -1)]
    [InlineData("""{"a": 1}""", """{"a": {"$minKey": 1}}""", """{"a": []}""", -1)]
    [InlineData("""{"a": -1}""", """{"a": []}""", """{}""", 1)]
    [InlineData("""{"a": 1}""", """{"a": [5, 1]}""", """{"a": 2}""", -1)]
    [InlineData("""{"a": -1}""", """{"a": [5, 1]}""", """{"a": 4}""", -1)]
    [InlineData("""{"a": 1}""", """{"a": [[1]]}""", """{"a": "x"}""", 1)]
    [InlineData("""{"a.b": 1}""", """{"a": [{"b": 3}, {"b": 1}]}""", """{"a": {"b": 2}}""", -1)]
    [InlineData("""{"a.b": 1}""", """{"a": [{"b": 3}, {}]}""", """{"a": {"b": null}}""", 0)]
    [InlineData("""{"a.b": 1}""", """{"a": []}""", """{"a": {"b": null}}""", 0)]
    [InlineData("""{"a.b": 1}""", """{"a": {"b": []}}""", """{"a": {"b": null}}""", -1)]
    [InlineData("""{"a.b": 1}""", """{"a": 7}""", """{}""", 0)]
    [InlineData("""{"a.b": 1}""", """{"a": [7]}""", """{}""", 0)]
    [InlineData("""{"a.0": 1}""", """{"a": [7, 1]}""", """{"a": [6, 9]}""", 1)]
    // An array that an index leads to is one key.
    [InlineData("""{"a.0": 1}""", """{"a": [["x"]]}""", """{"a": [{}]}""", 1)]
    [InlineData("""{"a.0": 1}""", """{"a": [[]]}""", """{"a": [null]}""", -1)]
    [InlineData("""{"a.0.b": 1}""", """{"a": [[{"b": 2}, {"b": 1}]]}""", """{"a": [{"b": 2}]}""", -1)]
    [InlineData("""{"a.1.b": 1}""", """{"a": [{"b": 9}, {"b": 1}]}""", """{"a": [{"b": 0}, {"b": 2}]}""", -1)]
    [InlineData("""{"a": 1, "b": -1}""", """{"a": 1, "b": 1}""", """{"a": 1, "b": 2}""", 1)]
    [InlineData("""{"a": 1, "b": -1}""", """{"a": 1, "b": 2}""", """{"a": 1, "b": 2}""", 0)]
    [InlineData("""{"a.b": 1, "a.c": 1}""", """{"a": [{"b": 1, "c": 9}, {"b": 2, "c": 0}]}""", """{"a": {"b": 1, "c": 5}}""", 1)]
    [InlineData("""{"a": 1, "b": 1}""", """{"a": [2, 1], "b": 7}""", """{"a": 1, "b": 8}""", -1)]
    [InlineData("""{}""", """{"a": 1}""", """{"a": 2}""", 0)]
    public void Documents_are_ordered_by_their_keys(string sort, string left, string right, int expected)
    {
        var specification = SortSpecification.Parse(BsonDocument.Parse(sort));

        Assert.Equal(expected, Math.Sign(specification.Compare(BsonDocument.Parse(left).Span, BsonDocument.Parse(right).Span)));
        Assert.Equal(-expected, Math.Sign(specification.Compare(BsonDocument.Parse(right).Span, BsonDocument.Parse(left).Span)));
    }

    [Theory]
    [InlineData("""{"a": 2}""", StoreErrorCode.IllegalSortDirection)]
    [InlineData("""{"a": 0}""", StoreErrorCode.IllegalSortDirection)]
    [InlineData("""{"a": "asc"}""", StoreErrorCode.IllegalSortKey)]
    [InlineData("""{"a": {"$meta": "textScore"}}""", StoreErrorCode.IllegalSortKey)]
    [InlineData("""{"": 1}""", StoreErrorCode.EmptyFieldPath)]
    [InlineData("""{"a.": 1}""", StoreErrorCode.FieldPathEndsWithDot)]
    [InlineData("""{"a..b": 1}""", StoreErrorCode.EmptyFieldPathComponent)]
    [InlineData("""{"$natural": 1}""", StoreErrorCode.DollarFieldPathComponent)]
    [InlineData("""{"a": 1, "b": 1, "a": -1}""", StoreErrorCode.DuplicateSortKey)]
    public void A_specification_that_is_none_is_refused_with_MongoDBs_code(string sort, StoreErrorCode expected)
    {
        Assert.Equal(expected, Assert.Throws<StoreException>(() => SortSpecification.Parse(BsonDocument.Parse(sort))).Code);
    }

    [Fact]
    public void Sorting_by_two_different_arrays_is_refused()
    {
        var specification = SortSpecification.Parse(BsonDocument.Parse("""{"a": 1, "b": 1}"""));
        var document = BsonDocument.Parse("""{"a": [1], "b": [1]}""");

        var exception = Assert.Throws<StoreException>(() => specification.Extract(document.Span, new ValueSlice[2]));

        Assert.Equal((StoreErrorCode.BadValue, "cannot sort with keys that are parallel arrays"), (exception.Code, exception.Message));
    }

    [Fact]
    public void Taking_keys_and_comparing_them_allocates_nothing_without_arrays()
    {
        var specification = SortSpecification.Parse(BsonDocument.Parse("""{"a.b": 1, "c": -1}"""));
        var document = BsonDocument.Parse("""{"a": {"b": "x"}, "c": {"$numberDecimal": "1.5"}}""").Memory;
        var keys = new ValueSlice[2];
        specification.Extract(document.Span, keys);
        specification.Compare(document.Span, keys, document.Span, keys);

        var before = GC.GetAllocatedBytesForCurrentThread();
        specification.Extract(document.Span, keys);
        var difference = specification.Compare(document.Span, keys, document.Span, keys);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal((0, 0L), (difference, allocated));
    }
}
