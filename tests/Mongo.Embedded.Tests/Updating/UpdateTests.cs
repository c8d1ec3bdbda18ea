using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Matching;
using OwnedData.Mongo.Embedded.Updating;

namespace OwnedData.Mongo.Embedded.Tests.Updating;

public sealed class UpdateTests
{
    private static readonly ObjectId s_newId = ObjectId.Parse("0123456789abcdef01234567");

    [Theory]
    // $set keeps the places of fields and adds new ones in the order of their names.
    [InlineData("""{"_id": 1, "a": 1, "b": 2}""", """{"$set": {"b": 3, "a": "x"}}""", """{"_id": 1, "a": "x", "b": 3}""")]
    [InlineData("""{"_id": 1}""", """{"$set": {"z": 1, "b": 2, "10": 3, "9": 4}}""", """{"_id": 1, "9": 4, "10": 3, "b": 2, "z": 1}""")]
    [InlineData("""{"_id": 1}""", """{"$set": {"z": 1}, "$inc": {"b": 2}}""", """{"_id": 1, "b": 2, "z": 1}""")]
    [InlineData("""{"_id": 1}""", """{"$set": {"a.b.c": 1, "a.b.d": 2}}""", """{"_id": 1, "a": {"b": {"c": 1, "d": 2}}}""")]
    [InlineData("""{"_id": 1, "a": {"b": 1}}""", """{"$set": {"a.c": 2, "a.b": null}}""", """{"_id": 1, "a": {"b": null, "c": 2}}""")]
    [InlineData("""{"_id": 1, "a": 1, "a": 2}""", """{"$set": {"a": 3}}""", """{"_id": 1, "a": 3, "a": 2}""")]
    [InlineData("""{"_id": 1}""", """{"$set": {"a.0": 1}}""", """{"_id": 1, "a": {"0": 1}}""")]
    [InlineData("""{"_id": 1, "a": [{"b": 1}, {"b": 2}]}""", """{"$set": {"a.1.b": 9}}""", """{"_id": 1, "a": [{"b": 1}, {"b": 9}]}""")]
    [InlineData("""{"_id": 1, "a": [1]}""", """{"$set": {"a.3": 4}}""", """{"_id": 1, "a": [1, null, null, 4]}""")]
    [InlineData("""{"_id": 1, "a": []}""", """{"$set": {"a.1.b": 4, "a.0": 1}}""", """{"_id": 1, "a": [1, {"b": 4}]}""")]
    [InlineData("""{"_id": 1, "a": [[1]]}""", """{"$set": {"a.0.1": 2}}""", """{"_id": 1, "a": [[1, 2]]}""")]
    [InlineData("""{"_id": 1, "a": 1}""", """{"$set": {"_id": 1}}""", """{"_id": 1, "a": 1}""")]
    [InlineData("""{"_id": 1, "a": 1}""", """{"$set": {}}""", """{"_id": 1, "a": 1}""")]
    // $unset never creates and never fails.
    [InlineData("""{"_id": 1, "a": 1, "b": 2}""", """{"$unset": {"a": ""}}""", """{"_id": 1, "b": 2}""")]
    [InlineData("""{"_id": 1}""", """{"$unset": {"a": "", "b.c": ""}}""", """{"_id": 1}""")]
    [InlineData("""{"_id": 1, "a": {"b": 1}}""", """{"$unset": {"a.b": ""}}""", """{"_id": 1, "a": {}}""")]
    [InlineData("""{"_id": 1, "a": [1, 2]}""", """{"$unset": {"a.0": ""}}""", """{"_id": 1, "a": [null, 2]}""")]
    [InlineData("""{"_id": 1, "a": [1, 2]}""", """{"$unset": {"a.7": "", "a.b": ""}}""", """{"_id": 1, "a": [1, 2]}""")]
    [InlineData("""{"_id": 1, "a": 5}""", """{"$unset": {"a.b": ""}}""", """{"_id": 1, "a": 5}""")]
    [InlineData("""{"_id": 1, "a": 5}""", """{"$setOnInsert": {"a": 6, "b.c": 7}}""", """{"_id": 1, "a": 5}""")]
    // $inc takes the wider type.
    [InlineData("""{"_id": 1, "a": 5}""", """{"$inc": {"a": -7}}""", """{"_id": 1, "a": -2}""")]
    [InlineData("""{"_id": 1}""", """{"$inc": {"a.b": 7}}""", """{"_id": 1, "a": {"b": 7}}""")]
    [InlineData("""{"_id": 1, "a": 2147483647}""", """{"$inc": {"a": 1}}""", """{"_id": 1, "a": {"$numberLong": "2147483648"}}""")]
    [InlineData("""{"_id": 1, "a": 5}""", """{"$inc": {"a": {"$numberLong": "0"}}}""", """{"_id": 1, "a": {"$numberLong": "5"}}""")]
    [InlineData("""{"_id": 1, "a": {"$numberLong": "5"}}""", """{"$inc": {"a": 1}}""", """{"_id": 1, "a": {"$numberLong": "6"}}""")]
    [InlineData("""{"_id": 1, "a": 5}""", """{"$inc": {"a": 0.5}}""", """{"_id": 1, "a": 5.5}""")]
    [InlineData("""{"_id": 1, "a": {"$numberDecimal": "1.10"}}""", """{"$inc": {"a": {"$numberDecimal": "2.2"}}}""", """{"_id": 1, "a": {"$numberDecimal": "3.30"}}""")]
    [InlineData("""{"_id": 1, "a": 1}""", """{"$inc": {"a": {"$numberDecimal": "0.5"}}}""", """{"_id": 1, "a": {"$numberDecimal": "1.5"}}""")]
    [InlineData("""{"_id": 1, "a": {"$numberDecimal": "9999999999999999999999999999999999"}}""", """{"$inc": {"a": 1}}""", """{"_id": 1, "a": {"$numberDecimal": "1.000000000000000000000000000000000E+34"}}""")]
    [InlineData("""{"_id": 1, "a": {"$numberDecimal": "1E+6144"}}""", """{"$inc": {"a": {"$numberDecimal": "9.999E+6144"}}}""", """{"_id": 1, "a": {"$numberDecimal": "Infinity"}}""")]
    [InlineData("""{"_id": 1, "a": {"$numberDecimal": "Infinity"}}""", """{"$inc": {"a": {"$numberDecimal": "-Infinity"}}}""", """{"_id": 1, "a": {"$numberDecimal": "NaN"}}""")]
    // Replacements keep _id, and put it first.
    [InlineData("""{"_id": 1, "a": 1, "b": 2}""", """{"c": 3}""", """{"_id": 1, "c": 3}""")]
    [InlineData("""{"_id": 1, "a": 1}""", """{"c": 3, "_id": 1}""", """{"_id": 1, "c": 3}""")]
    [InlineData("""{"_id": 1, "a": 1}""", """{}""", """{"_id": 1}""")]
    public void A_document_becomes_another(string document, string update, string expected)
    {
        var before = BsonDocument.Parse(document);
        using var output = new BsonWriter();

        var changed = Parse(update).Apply(before.Span, filter: null, output);

        Assert.Equal((Canonical(BsonDocument.Parse(expected)), before != output.ToDocument()), (Canonical(output.ToDocument()), changed));
    }

    [Theory]
    [InlineData("""{"$foo": {"a": 1}}""", StoreErrorCode.FailedToParse, "Unknown modifier: $foo. Expected a valid update modifier or pipeline-style update specified as an array")]
    [InlineData("""{"$set": {"a": 1}, "b": 1}""", StoreErrorCode.FailedToParse, "Unknown modifier: b. Expected a valid update modifier or pipeline-style update specified as an array")]
    [InlineData("""{"$set": {"a": 1}, "$unset": {"a": 1}}""", StoreErrorCode.ConflictingUpdateOperators, "Updating the path 'a' would create a conflict at 'a'")]
    [InlineData("""{"$set": {"a": 1, "a.b": 1}}""", StoreErrorCode.ConflictingUpdateOperators, "Updating the path 'a.b' would create a conflict at 'a'")]
    [InlineData("""{"$set": {"a.b.c": 1, "a.b": 1}}""", StoreErrorCode.ConflictingUpdateOperators, "Updating the path 'a.b' would create a conflict at 'a.b'")]
    [InlineData("""{"$set": {"": 1}}""", StoreErrorCode.EmptyFieldName, "An empty update path is not valid.")]
    [InlineData("""{"$set": {"a..b": 1}}""", StoreErrorCode.EmptyFieldName, "The update path 'a..b' contains an empty field name, which is not allowed.")]
    [InlineData("""{"$set": {"a.$b": 1}}""", StoreErrorCode.DollarPrefixedFieldName, "The dollar ($) prefixed field '$b' in 'a.$b' is not allowed in the context of an update.")]
    [InlineData("""{"$inc": {"a": "1"}}""", StoreErrorCode.TypeMismatch, "Cannot increment with non-numeric argument: {a: <String>}")]
    [InlineData("""{"$set": 5}""", StoreErrorCode.FailedToParse, "Modifiers operate on fields but we found type Int32 instead. For example: {$mod: {<field>: ...}} not {$set: <value>}")]
    [InlineData("""{"a": 1, "$set": {"b": 1}}""", StoreErrorCode.DollarPrefixedFieldName, "The dollar ($) prefixed field '$set' in '$set' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.")]
    public void An_update_that_is_none_is_refused(string update, StoreErrorCode code, string message)
    {
        var exception = Assert.Throws<StoreException>(() => Parse(update));

        Assert.Equal((code, message), (exception.Code, exception.Message));
    }

    [Theory]
    [InlineData("""{"_id": 1}""", """{"$set": {"_id": 2}}""", StoreErrorCode.ImmutableField)]
    [InlineData("""{"_id": 1}""", """{"$unset": {"_id": 1}}""", StoreErrorCode.ImmutableField)]
    [InlineData("""{"_id": {"x": 1}}""", """{"$set": {"_id.x": 2}}""", StoreErrorCode.ImmutableField)]
    [InlineData("""{"_id": 1}""", """{"_id": 2, "a": 1}""", StoreErrorCode.ImmutableField)]
    [InlineData("""{"_id": 1, "a": 5}""", """{"$set": {"a.b": 1}}""", StoreErrorCode.PathNotViable)]
    [InlineData("""{"_id": 1, "a": null}""", """{"$set": {"a.b": 1}}""", StoreErrorCode.PathNotViable)]
    [InlineData("""{"_id": 1, "a": [1]}""", """{"$set": {"a.b": 1}}""", StoreErrorCode.PathNotViable)]
    [InlineData("""{"_id": 1, "a": [1]}""", """{"$set": {"a.00": 1}}""", StoreErrorCode.PathNotViable)]
    [InlineData("""{"_id": 1, "a": [1]}""", """{"$set": {"a.0.b": 1}}""", StoreErrorCode.PathNotViable)]
    [InlineData("""{"_id": 1, "a": "x"}""", """{"$inc": {"a": 1}}""", StoreErrorCode.TypeMismatch)]
    [InlineData("""{"_id": 1, "a": null}""", """{"$inc": {"a": 1}}""", StoreErrorCode.TypeMismatch)]
    [InlineData("""{"_id": 1, "a": {"$numberLong": "9223372036854775807"}}""", """{"$inc": {"a": 1}}""", StoreErrorCode.BadValue)]
    [InlineData("""{"_id": 1, "a": [1]}""", """{"$set": {"a.1500002": 1}}""", StoreErrorCode.CannotBackfillArray)]
    [InlineData("""{"_id": 1, "a": []}""", """{"$set": {"a.2147483647": 1}}""", StoreErrorCode.CannotBackfillArray)]
    public void An_update_that_does_not_fit_the_document_is_refused(string document, string update, StoreErrorCode expected)
    {
        var parsed = Parse(update);
        var bytes = BsonDocument.Parse(document).Memory;
        using var output = new BsonWriter();

        Assert.Equal(expected, Assert.Throws<StoreException>(() => parsed.Apply(bytes.Span, filter: null, output)).Code);
    }

    [Theory]
    [InlineData("""{"b": 2, "a": 1}""", """{"$set": {"c": 3}}""", """{"_id": {"$oid": "0123456789abcdef01234567"}, "a": 1, "b": 2, "c": 3}""")]
    [InlineData("""{"_id": 7, "a": {"$eq": 1}}""", """{"$setOnInsert": {"b": 2}, "$inc": {"a": 1}}""", """{"_id": 7, "a": 2, "b": 2}""")]
    [InlineData("""{"$and": [{"a.b": 1}, {"a.c": {"$eq": null}}]}""", """{"$set": {"_id": 9}}""", """{"_id": 9, "a": {"b": 1, "c": null}}""")]
    [InlineData("""{"a": {"$gt": 1}, "b": {"$ne": 2}, "$or": [{"c": 1}, {"d": 1}]}""", """{"$setOnInsert": {"x.y": 1}}""", """{"_id": {"$oid": "0123456789abcdef01234567"}, "x": {"y": 1}}""")]
    [InlineData("""{"a": {"$regularExpression": {"pattern": "x", "options": ""}}}""", """{"$unset": {"a": 1}}""", """{"_id": {"$oid": "0123456789abcdef01234567"}}""")]
    [InlineData("""{"_id": 7, "a": 1}""", """{"b": 2}""", """{"_id": 7, "b": 2}""")]
    [InlineData("""{"a": 1}""", """{"b": 2}""", """{"_id": {"$oid": "0123456789abcdef01234567"}, "b": 2}""")]
    [InlineData("""{"a": 1}""", """{"b": 2, "_id": 8}""", """{"_id": 8, "b": 2}""")]
    public void An_upsert_starts_from_the_filters_equalities(string filter, string update, string expected)
    {
        using var output = new BsonWriter();

        Parse(update).WriteUpsert(Filter.Parse(BsonDocument.Parse(filter)), s_newId, output);

        Assert.Equal(Canonical(BsonDocument.Parse(expected)), Canonical(output.ToDocument()));
    }

    [Theory]
    [InlineData("""{"_id": 1}""", """{"$set": {"_id": 2}}""", StoreErrorCode.ImmutableField)]
    [InlineData("""{"_id": 1}""", """{"_id": 2}""", StoreErrorCode.ImmutableField)]
    [InlineData("""{"a": 1, "$and": [{"a": 2}]}""", """{"$set": {"b": 2}}""", StoreErrorCode.NotSingleValueField)]
    [InlineData("""{"a": {"b": 1}, "a.b": 1}""", """{"$set": {"b": 2}}""", StoreErrorCode.NotSingleValueField)]
    [InlineData("""{"a": 1}""", """{"$set": {"a.b": 2}}""", StoreErrorCode.PathNotViable)]
    public void An_upsert_that_contradicts_its_filter_is_refused(string filter, string update, StoreErrorCode expected)
    {
        var parsed = Parse(update);
        using var output = new BsonWriter();

        var exception = Assert.Throws<StoreException>(() => parsed.WriteUpsert(Filter.Parse(BsonDocument.Parse(filter)), s_newId, output));

        Assert.Equal(expected, exception.Code);
    }

    [Fact]
    public void An_update_cannot_nest_deeper_than_the_store_allows()
    {
        Parse(SetAt(100, "1"));
        Parse(SetAt(98, "[{}]"));

        Assert.Equal(StoreErrorCode.Overflow, Assert.Throws<StoreException>(() => Parse(SetAt(101, "1"))).Code);
        Assert.Equal(StoreErrorCode.Overflow, Assert.Throws<StoreException>(() => Parse(SetAt(99, "[{}]"))).Code);
    }

    private static Update Parse(string update) =>
        Update.Parse(new BsonValue(BsonType.Document, BsonDocument.Parse(update).Span), new UpdateOptions(TimeProvider.System));

    private static string SetAt(int pathLength, string value) => $"{{\"$set\": {{\"{string.Join('.', Enumerable.Repeat("a", pathLength))}\": {value}}}}}";

    private static string Canonical(BsonDocument document) => ExtendedJson.Write(document.Span, canonical: true);
}
