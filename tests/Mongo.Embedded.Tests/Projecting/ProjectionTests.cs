using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Projecting;

namespace OwnedData.Mongo.Embedded.Tests.Projecting;

public sealed class ProjectionTests
{
    [Theory]
    [InlineData("""{}""", """{"_id": 1, "a": 1}""", """{"_id": 1, "a": 1}""")]
    [InlineData("""{"b": 1, "a": true}""", """{"_id": 1, "a": 1, "b": 2, "c": 3}""", """{"_id": 1, "a": 1, "b": 2}""")]
    [InlineData("""{"a": 1, "_id": 0}""", """{"_id": 1, "a": 1, "b": 2}""", """{"a": 1}""")]
    [InlineData("""{"_id": 0}""", """{"_id": 1, "a": 1, "b": {"c": 2}}""", """{"a": 1, "b": {"c": 2}}""")]
    [InlineData("""{"_id": 1}""", """{"_id": 1, "a": 1}""", """{"_id": 1}""")]
    [InlineData("""{"a": 1}""", """{"b": 1, "_id": 1}""", """{"_id": 1}""")]
    [InlineData("""{"a": 0.0, "b": false}""", """{"_id": 1, "a": 1, "b": 2, "c": 3}""", """{"_id": 1, "c": 3}""")]
    [InlineData("""{"a": 0, "_id": 1}""", """{"_id": 1, "a": 1, "c": 3}""", """{"_id": 1, "c": 3}""")]
    [InlineData("""{"a.b": 1}""", """{"_id": 1, "a": {"b": 1, "c": 2}, "d": 1}""", """{"_id": 1, "a": {"b": 1}}""")]
    [InlineData("""{"a": {"b": 1, "c": {"d": 1}}}""", """{"_id": 1, "a": {"b": 1, "c": {"d": 1, "e": 2}}}""", """{"_id": 1, "a": {"b": 1, "c": {"d": 1}}}""")]
    [InlineData("""{"a.b": 1}""", """{"_id": 1, "a": 5}""", """{"_id": 1}""")]
    [InlineData("""{"a.b": 1}""", """{"_id": 1, "a": {"c": 5}}""", """{"_id": 1, "a": {}}""")]
    [InlineData("""{"a.b": 1}""", """{"_id": 1, "a": [1, {"b": 2, "c": 3}, {}, [{"b": 4, "c": 5}, 6]]}""", """{"_id": 1, "a": [{"b": 2}, {}, [{"b": 4}]]}""")]
    [InlineData("""{"a.b": 0}""", """{"_id": 1, "a": [1, {"b": 2, "c": 3}, [{"b": 4}, 6]]}""", """{"_id": 1, "a": [1, {"c": 3}, [{}, 6]]}""")]
    [InlineData("""{"a.b": 0}""", """{"_id": 1, "a": 5}""", """{"_id": 1, "a": 5}""")]
    [InlineData("""{"a.0": 1}""", """{"_id": 1, "a": [1, {"0": 2}]}""", """{"_id": 1, "a": [{"0": 2}]}""")]
    [InlineData("""{"_id.x": 1}""", """{"_id": {"x": 1, "y": 2}, "a": 1}""", """{"_id": {"x": 1}}""")]
    [InlineData("""{"_id.x": 0}""", """{"_id": {"x": 1, "y": 2}, "a": 1}""", """{"_id": {"y": 2}, "a": 1}""")]
    public void A_document_keeps_what_the_projection_wants(string projection, string document, string expected)
    {
        using var output = new BsonWriter();

        Projection.Parse(BsonDocument.Parse(projection)).Write(BsonDocument.Parse(document).Span, output);

        Assert.Equal(BsonDocument.Parse(expected).ToString(), output.ToDocument().ToString());
    }

    [Theory]
    [InlineData("""{"a": 1, "a.b": 1}""", StoreErrorCode.ProjectionCollisionAtParent, "Path collision at a.b remaining portion b")]
    [InlineData("""{"a.b.c": 1, "a.b": 1}""", StoreErrorCode.ProjectionCollision, "Path collision at a.b")]
    [InlineData("""{"a": 1, "b": 0}""", StoreErrorCode.ExclusionInInclusion, "Cannot do exclusion on field b in inclusion projection")]
    [InlineData("""{"a": 0, "b": 1}""", StoreErrorCode.InclusionInExclusion, "Cannot do inclusion on field b in exclusion projection")]
    [InlineData("""{"_id": 1, "_id.x": 1}""", StoreErrorCode.ProjectionCollisionAtParent, "Path collision at _id.x remaining portion x")]
    [InlineData("""{"_id.x": 1, "_id": 1}""", StoreErrorCode.ProjectionCollision, "Path collision at _id")]
    [InlineData("""{"a": {}}""", StoreErrorCode.EmptySubProjection, "An empty sub-projection is not a valid value. Found empty object at path 'a'")]
    [InlineData("""{"a": "$b"}""", StoreErrorCode.BadValue, "The embedded store supports projections by 1 and 0 (true and false) only, no expressions: 'a'")]
    [InlineData("""{"a": {"$slice": 1}}""", StoreErrorCode.BadValue, "The embedded store supports projections by 1 and 0 (true and false) only, no expressions: 'a'")]
    [InlineData("""{"a.$": 1}""", StoreErrorCode.BadValue, "The embedded store supports projections by 1 and 0 (true and false) only, no expressions: 'a.$'")]
    [InlineData("""{"$a": 1}""", StoreErrorCode.DollarFieldPathComponent, "FieldPath field names may not start with '$'. Consider using $getField or $setField.")]
    [InlineData("""{"": 1}""", StoreErrorCode.EmptyFieldPath, "FieldPath cannot be constructed with empty string")]
    [InlineData("""{"a.": 1}""", StoreErrorCode.FieldPathEndsWithDot, "FieldPath must not end with a '.'.")]
    public void A_projection_that_is_none_is_refused(string projection, StoreErrorCode code, string message)
    {
        var exception = Assert.Throws<StoreException>(() => Projection.Parse(BsonDocument.Parse(projection)));

        Assert.Equal((code, message), (exception.Code, exception.Message));
    }

    [Fact]
    public void Projecting_allocates_nothing()
    {
        var projection = Projection.Parse(BsonDocument.Parse("""{"title": 1, "place.city": 1, "list.k": 1}"""));
        var document = BsonDocument.Parse("""{"_id": 1, "title": "x", "place": {"city": "Bern", "zip": 1}, "list": [{"k": 1, "v": 2}, 3]}""").Memory;
        using var output = new BsonWriter();
        projection.Write(document.Span, output);
        output.Reset();

        var before = GC.GetAllocatedBytesForCurrentThread();
        projection.Write(document.Span, output);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
    }
}
