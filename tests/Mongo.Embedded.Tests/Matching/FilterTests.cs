using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Matching;

namespace OwnedData.Mongo.Embedded.Tests.Matching;

public sealed class FilterTests
{
    [Theory]
    // Equality, null and missing.
    [InlineData("""{}""", """{"a": 1}""", true)]
    [InlineData("""{"a": 1}""", """{"a": {"$numberDouble": "1.0"}}""", true)]
    [InlineData("""{"a": 1}""", """{"a": "1"}""", false)]
    [InlineData("""{"a": 1}""", """{}""", false)]
    [InlineData("""{"a": null}""", """{}""", true)]
    [InlineData("""{"a": null}""", """{"a": null}""", true)]
    [InlineData("""{"a": null}""", """{"a": {"$undefined": true}}""", false)]
    [InlineData("""{"a": null}""", """{"a": 0}""", false)]
    [InlineData("""{"a": null}""", """{"a": []}""", false)]
    [InlineData("""{"a": null}""", """{"a": [1, null]}""", true)]
    [InlineData("""{"a": {"$ne": null}}""", """{}""", false)]
    [InlineData("""{"a": {"$ne": null}}""", """{"a": []}""", true)]
    [InlineData("""{"a": {"$ne": 1}}""", """{}""", true)]
    [InlineData("""{"a": {"$ne": 1}}""", """{"a": [2, 1]}""", false)]
    [InlineData("""{"a": {"$gte": null}}""", """{}""", true)]
    [InlineData("""{"a": {"$gt": null}}""", """{}""", false)]
    [InlineData("""{"a": {"$lt": null}}""", """{"a": 1}""", false)]
    // Paths through documents and arrays.
    [InlineData("""{"a.b": 1}""", """{"a": {"b": 1}}""", true)]
    [InlineData("""{"a.b": 1}""", """{"a.b": 1}""", false)]
    [InlineData("""{"a.b": 1}""", """{"a": [{"b": 2}, {"b": 1}]}""", true)]
    [InlineData("""{"a.b": 1}""", """{"a": [[{"b": 1}]]}""", false)]
    [InlineData("""{"a.b": null}""", """{"a": 5}""", true)]
    [InlineData("""{"a.b": null}""", """{"a": [5]}""", false)]
    [InlineData("""{"a.b": null}""", """{"a": []}""", false)]
    [InlineData("""{"a.b": null}""", """{"a": [{"b": 1}, {}]}""", true)]
    [InlineData("""{"a.b": {"$ne": null}}""", """{"a": []}""", true)]
    [InlineData("""{"a.0": 5}""", """{"a": [5, 6]}""", true)]
    [InlineData("""{"a.1": 5}""", """{"a": [5, 6]}""", false)]
    [InlineData("""{"a.0": 5}""", """{"a": {"0": 5}}""", true)]
    [InlineData("""{"a.0": 5}""", """{"a": [{"0": 5}]}""", true)]
    [InlineData("""{"a.00": 5}""", """{"a": [5]}""", false)]
    [InlineData("""{"a.0": 5}""", """{"a": [[5]]}""", false)]
    [InlineData("""{"a.0": [5]}""", """{"a": [[5]]}""", true)]
    [InlineData("""{"a.0.0": 5}""", """{"a": [[5]]}""", true)]
    [InlineData("""{"a.1.b": 4}""", """{"a": [5, {"b": 4}]}""", true)]
    [InlineData("""{"a.1.b": 4}""", """{"a": [5, [{"b": 4}]]}""", true)]
    [InlineData("""{"a.b.c": 1}""", """{"a": [{"b": [{"c": 0}, {"c": 1}]}]}""", true)]
    [InlineData("""{"": 1}""", """{"": 1}""", true)]
    // Whole documents and arrays.
    [InlineData("""{"a": {"b": 1}}""", """{"a": {"b": 1}}""", true)]
    [InlineData("""{"a": {"b": 1}}""", """{"a": {"b": 1, "c": 2}}""", false)]
    [InlineData("""{"a": {"b": 1, "c": 2}}""", """{"a": {"c": 2, "b": 1}}""", false)]
    [InlineData("""{"a": {}}""", """{"a": {}}""", true)]
    [InlineData("""{"a": [1, 2]}""", """{"a": [1, 2]}""", true)]
    [InlineData("""{"a": [1, 2]}""", """{"a": [2, 1]}""", false)]
    [InlineData("""{"a": [1, 2]}""", """{"a": [[1, 2], 3]}""", true)]
    [InlineData("""{"a": []}""", """{"a": []}""", true)]
    [InlineData("""{"a": {"$eq": {"$gt": 1}}}""", """{"a": {"$gt": 1}}""", true)]
    [InlineData("""{"a": {"$ref": "c", "$id": 1}}""", """{"a": {"$ref": "c", "$id": 1}}""", true)]
    [InlineData("""{"a": {"b": 1, "$gt": 1}}""", """{"a": {"b": 1, "$gt": 1}}""", true)]
    // Ranges stay within their type.
    [InlineData("""{"a": {"$gt": 1, "$lt": 3}}""", """{"a": 2}""", true)]
    [InlineData("""{"a": {"$gt": 1, "$lt": 3}}""", """{"a": [0, 5]}""", true)]
    [InlineData("""{"a": {"$gt": 1}}""", """{"a": "z"}""", false)]
    [InlineData("""{"a": {"$lt": "b"}}""", """{"a": 1}""", false)]
    [InlineData("""{"a": {"$lt": "b"}}""", """{"a": {"$symbol": "a"}}""", true)]
    [InlineData("""{"a": {"$gte": false}}""", """{"a": 1}""", false)]
    [InlineData("""{"a": {"$gt": {"$date": "1970-01-01T00:00:00Z"}}}""", """{"a": {"$timestamp": {"t": 9, "i": 9}}}""", false)]
    [InlineData("""{"a": {"$gt": {"b": 1}}}""", """{"a": {"b": 2}}""", true)]
    [InlineData("""{"a": {"$gt": [1]}}""", """{"a": [1, 0]}""", true)]
    [InlineData("""{"a": {"$gt": {"$minKey": 1}}}""", """{"a": 1}""", true)]
    [InlineData("""{"a": {"$lte": {"$maxKey": 1}}}""", """{}""", true)]
    [InlineData("""{"a": {"$lt": {"$minKey": 1}}}""", """{"a": 1}""", false)]
    [InlineData("""{"a": {"$gte": {"$minKey": 1}}}""", """{"a": {"$minKey": 1}}""", true)]
    [InlineData("""{"a": {"$gt": {"$minKey": 1}}}""", """{"a": {"$minKey": 1}}""", false)]
    // NaN and zero.
    [InlineData("""{"a": {"$numberDouble": "NaN"}}""", """{"a": {"$numberDecimal": "NaN"}}""", true)]
    [InlineData("""{"a": {"$lt": 5}}""", """{"a": {"$numberDouble": "NaN"}}""", false)]
    [InlineData("""{"a": {"$gt": {"$numberDouble": "NaN"}}}""", """{"a": 5}""", false)]
    [InlineData("""{"a": {"$gte": {"$numberDouble": "NaN"}}}""", """{"a": {"$numberDouble": "NaN"}}""", true)]
    [InlineData("""{"a": 0}""", """{"a": {"$numberDouble": "-0.0"}}""", true)]
    [InlineData("""{"a": {"$lt": 0}}""", """{"a": {"$numberDecimal": "-0"}}""", false)]
    [InlineData("""{"a": {"$numberLong": "9007199254740993"}}""", """{"a": {"$numberDouble": "9007199254740992"}}""", false)]
    // $in and $nin.
    [InlineData("""{"a": {"$in": [1, "x"]}}""", """{"a": "x"}""", true)]
    [InlineData("""{"a": {"$in": []}}""", """{"a": 1}""", false)]
    [InlineData("""{"a": {"$nin": []}}""", """{}""", true)]
    [InlineData("""{"a": {"$in": [null, 1]}}""", """{}""", true)]
    [InlineData("""{"a": {"$nin": [null]}}""", """{}""", false)]
    [InlineData("""{"a": {"$in": [[1]]}}""", """{"a": [1]}""", true)]
    [InlineData("""{"a": {"$in": [2]}}""", """{"a": [1, 2]}""", true)]
    [InlineData("""{"a": {"$in": [{"$regularExpression": {"pattern": "^x", "options": ""}}]}}""", """{"a": "xy"}""", true)]
    [InlineData("""{"a": {"$nin": [{"$regularExpression": {"pattern": "^x", "options": ""}}, 1]}}""", """{"a": "xy"}""", false)]
    [InlineData("""{"a": {"$in": [3, 1, 2, 2, {"$numberDouble": "NaN"}]}}""", """{"a": {"$numberDouble": "NaN"}}""", true)]
    // $exists and $type.
    [InlineData("""{"a": {"$exists": true}}""", """{"a": null}""", true)]
    [InlineData("""{"a": {"$exists": true}}""", """{}""", false)]
    [InlineData("""{"a": {"$exists": 0}}""", """{}""", true)]
    [InlineData("""{"a": {"$exists": null}}""", """{"a": 1}""", false)]
    [InlineData("""{"a": {"$exists": "no"}}""", """{"a": 1}""", true)]
    [InlineData("""{"a.b": {"$exists": true}}""", """{"a": [{"c": 1}, {"b": 1}]}""", true)]
    [InlineData("""{"a.b": {"$exists": false}}""", """{"a": [{"c": 1}, {"b": 1}]}""", false)]
    [InlineData("""{"a.b": {"$exists": false}}""", """{"a": [{"b": 1}, {"c": 1}]}""", false)]
    [InlineData("""{"a.0": {"$exists": true}}""", """{"a": []}""", false)]
    [InlineData("""{"a": {"$type": "number"}}""", """{"a": {"$numberDecimal": "1"}}""", true)]
    [InlineData("""{"a": {"$type": ["string", 10]}}""", """{"a": null}""", true)]
    [InlineData("""{"a": {"$type": "array"}}""", """{"a": []}""", true)]
    [InlineData("""{"a": {"$type": "string"}}""", """{"a": [1, "x"]}""", true)]
    [InlineData("""{"a": {"$type": 10}}""", """{}""", false)]
    [InlineData("""{"a": {"$type": -1}}""", """{"a": {"$minKey": 1}}""", true)]
    // $not and logic.
    [InlineData("""{"a": {"$not": {"$gt": 1}}}""", """{}""", true)]
    [InlineData("""{"a": {"$not": {"$gt": 1}}}""", """{"a": "x"}""", true)]
    [InlineData("""{"a": {"$not": {"$gt": 1}}}""", """{"a": [0, 2]}""", false)]
    [InlineData("""{"a": {"$not": {"$gt": 1, "$lt": 9}}}""", """{"a": 10}""", true)]
    [InlineData("""{"a": {"$not": {"$not": {"$gt": 1}}}}""", """{"a": 2}""", true)]
    [InlineData("""{"a": {"$not": {"$regularExpression": {"pattern": "x", "options": ""}}}}""", """{"a": "axb"}""", false)]
    [InlineData("""{"a": {"$not": {"$regex": "X", "$options": "i"}}}""", """{"a": "axb"}""", false)]
    [InlineData("""{"$and": [{"a": 1}, {"b": 2}]}""", """{"a": 1, "b": 2}""", true)]
    [InlineData("""{"$and": [{"a": 1}, {"b": 2}]}""", """{"a": 1, "b": 3}""", false)]
    [InlineData("""{"$or": [{"a": 1}, {"b": 2}]}""", """{"b": 2}""", true)]
    [InlineData("""{"$or": [{"a": 1}, {}]}""", """{"b": 2}""", true)]
    [InlineData("""{"$nor": [{"a": 1}, {"b": 2}]}""", """{"b": 2}""", false)]
    [InlineData("""{"$nor": [{"a": 1}, {"b": 2}]}""", """{}""", true)]
    [InlineData("""{"$nor": [{}]}""", """{}""", false)]
    [InlineData("""{"$expr": false}""", """{}""", false)]
    [InlineData("""{"$expr": true, "a": 1}""", """{"a": 1}""", true)]
    [InlineData("""{"$alwaysFalse": 1}""", """{}""", false)]
    [InlineData("""{"$or": [{"$alwaysFalse": 1}, {"a": 1}], "$comment": "why"}""", """{"a": 1}""", true)]
    // $elemMatch.
    [InlineData("""{"a": {"$elemMatch": {"b": 1, "c": 2}}}""", """{"a": [{"b": 1, "c": 2}]}""", true)]
    [InlineData("""{"a": {"$elemMatch": {"b": 1, "c": 2}}}""", """{"a": [{"b": 1}, {"c": 2}]}""", false)]
    [InlineData("""{"a": {"$elemMatch": {"b": 1}}}""", """{"a": {"b": 1}}""", false)]
    [InlineData("""{"a": {"$elemMatch": {"$gt": 1, "$lt": 3}}}""", """{"a": [0, 5]}""", false)]
    [InlineData("""{"a": {"$elemMatch": {"$gt": 1, "$lt": 3}}}""", """{"a": [0, 2]}""", true)]
    [InlineData("""{"a": {"$elemMatch": {"$gt": 1}}}""", """{"a": 2}""", false)]
    [InlineData("""{"a": {"$elemMatch": {"$gt": 1}}}""", """{"a": [[2]]}""", false)]
    [InlineData("""{"a": {"$elemMatch": {"$elemMatch": {"$gt": 1}}}}""", """{"a": [[2]]}""", true)]
    [InlineData("""{"a": {"$elemMatch": {"0": 2}}}""", """{"a": [[2]]}""", true)]
    [InlineData("""{"a": {"$elemMatch": {"$or": [{"b": 1}, {"c": 1}]}}}""", """{"a": [{"c": 1}]}""", true)]
    [InlineData("""{"a": {"$elemMatch": {}}}""", """{"a": [1]}""", false)]
    [InlineData("""{"a": {"$elemMatch": {}}}""", """{"a": [{}]}""", true)]
    [InlineData("""{"a": {"$elemMatch": {"$ne": 1}}}""", """{"a": [1, 2]}""", true)]
    [InlineData("""{"a": {"$elemMatch": {"$not": {"$gt": 1}}}}""", """{"a": [5]}""", false)]
    [InlineData("""{"a": {"$elemMatch": {"$nin": [1, null]}}}""", """{"a": [1, null]}""", false)]
    [InlineData("""{"a.b": {"$elemMatch": {"c": 1}}}""", """{"a": [{"b": [{"c": 1}]}]}""", true)]
    [InlineData("""{"a": {"$not": {"$elemMatch": {"b": 1}}}}""", """{"a": []}""", true)]
    // Bits, the lowest first.
    [InlineData("""{"a": {"$bitsAllSet": 5}}""", """{"a": 7}""", true)]
    [InlineData("""{"a": {"$bitsAllSet": 5}}""", """{"a": 4}""", false)]
    [InlineData("""{"a": {"$bitsAnySet": [0, 2]}}""", """{"a": 4}""", true)]
    [InlineData("""{"a": {"$bitsAnySet": []}}""", """{"a": 4}""", false)]
    [InlineData("""{"a": {"$bitsAllSet": []}}""", """{"a": 4}""", true)]
    [InlineData("""{"a": {"$bitsAllClear": [0, 1]}}""", """{"a": {"$numberLong": "4"}}""", true)]
    [InlineData("""{"a": {"$bitsAnyClear": 6}}""", """{"a": 4.0}""", true)]
    [InlineData("""{"a": {"$bitsAnyClear": 6}}""", """{"a": 6.5}""", false)]
    [InlineData("""{"a": {"$bitsAllSet": [200]}}""", """{"a": -1}""", true)]
    [InlineData("""{"a": {"$bitsAllSet": {"$binary": {"base64": "AAE=", "subType": "00"}}}}""", """{"a": 256}""", true)]
    [InlineData("""{"a": {"$bitsAllSet": [8]}}""", """{"a": {"$binary": {"base64": "AAE=", "subType": "00"}}}""", true)]
    [InlineData("""{"a": {"$bitsAnySet": [80]}}""", """{"a": {"$binary": {"base64": "AAE=", "subType": "00"}}}""", false)]
    [InlineData("""{"a": {"$bitsAllSet": 1}}""", """{"a": "1"}""", false)]
    [InlineData("""{"a": {"$bitsAllSet": 1}}""", """{"a": [2, 3]}""", true)]
    // Remainders, of what stands before the point.
    [InlineData("""{"a": {"$mod": [2, 0]}}""", """{"a": {"$numberDecimal": "2.5"}}""", true)]
    [InlineData("""{"a": {"$mod": [2, 0]}}""", """{"a": {"$numberDecimal": "NaN"}}""", false)]
    [InlineData("""{"a": {"$mod": [2, 0]}}""", """{"a": {"$numberDecimal": "1E+400"}}""", false)]
    [InlineData("""{"a": {"$mod": [2, 1]}}""", """{"a": {"$numberDouble": "Infinity"}}""", false)]
    public void A_document_matches_or_not(string filter, string document, bool expected)
    {
        Assert.Equal(expected, Filter.Parse(BsonDocument.Parse(filter)).Matches(BsonDocument.Parse(document).Span));
    }

    [Theory]
    [InlineData("""{"a": {"$foo": 1}}""", "unknown operator: $foo")]
    [InlineData("""{"a": {"$gt": 1, "b": 2}}""", "unknown operator: b")]
    [InlineData("""{"$foo": 1}""", "unknown top level operator: $foo. If you are trying to match on a field with a dollar-prefixed name, use $expr with $getField.")]
    [InlineData("""{"a": {"$in": 1}}""", "$in needs an array")]
    [InlineData("""{"a": {"$nin": {}}}""", "$nin needs an array")]
    [InlineData("""{"a": {"$in": [{"$gt": 1}]}}""", "cannot nest $ under $in")]
    [InlineData("""{"a": {"$in": [{"$undefined": true}]}}""", "InMatchExpression equality cannot be undefined")]
    [InlineData("""{"a": {"$undefined": true}}""", "cannot compare to undefined")]
    [InlineData("""{"$and": 1}""", "$and must be an array")]
    [InlineData("""{"$or": []}""", "$and/$or/$nor must be a nonempty array")]
    [InlineData("""{"$nor": [1]}""", "$or/$and/$nor entries need to be full objects")]
    [InlineData("""{"a": {"$not": 1}}""", "$not needs a regex or a document")]
    [InlineData("""{"a": {"$not": {}}}""", "$not cannot be empty")]
    [InlineData("""{"a": {"$not": {"b": 1}}}""", "unknown operator: b")]
    [InlineData("""{"a": {"$elemMatch": [1]}}""", "$elemMatch needs an Object")]
    [InlineData("""{"a": {"$gt": {"$regularExpression": {"pattern": "a", "options": ""}}}}""", "Can't have RegEx as arg to predicate over field 'a'.")]
    [InlineData("""{"a": {"$ne": {"$regularExpression": {"pattern": "a", "options": ""}}}}""", "Can't have regex as arg to $ne.")]
    [InlineData("""{"a": {"$options": "i"}}""", "$options needs a $regex")]
    [InlineData("""{"a": {"$regex": 1}}""", "$regex has to be a string")]
    [InlineData("""{"a": {"$regex": "a", "$options": 1}}""", "$options has to be a string")]
    [InlineData("""{"a": {"$type": "text"}}""", "Unknown type name alias: text")]
    [InlineData("""{"a": {"$type": 1.5}}""", "Invalid numerical type code: 1.5")]
    [InlineData("""{"a": {"$bitsAllSet": "1"}}""", "$bitsAllSet takes an Array, a number, or a BinData but received: String")]
    [InlineData("""{"a": {"$bitsAllSet": [-1]}}""", "bit positions must be whole numbers from 0 to 2147483647")]
    [InlineData("""{"a": {"$bitsAllSet": ["1"]}}""", "bit positions must be whole numbers from 0 to 2147483647")]
    [InlineData("""{"$jsonSchema": {}}""", "unknown top level operator: $jsonSchema. If you are trying to match on a field with a dollar-prefixed name, use $expr with $getField.")]
    [InlineData("""{"$expr": {"$eq": ["$a", 1]}}""", "$expr can only be applied to the top-level document")]
    public void A_filter_that_is_none_is_refused_in_MongoDBs_words(string filter, string expected)
    {
        var exception = Assert.Throws<StoreException>(() => Filter.Parse(BsonDocument.Parse(filter)));

        Assert.Equal((StoreErrorCode.BadValue, expected), (exception.Code, exception.Message));
    }

    [Theory]
    [InlineData("""{"a": {"$type": true}}""", StoreErrorCode.TypeMismatch)]
    [InlineData("""{"a": {"$type": []}}""", StoreErrorCode.FailedToParse)]
    [InlineData("""{"$alwaysFalse": 2}""", StoreErrorCode.FailedToParse)]
    [InlineData("""{"a": {"$bitsAllSet": -1}}""", StoreErrorCode.FailedToParse)]
    [InlineData("""{"a": {"$bitsAllSet": 1.5}}""", StoreErrorCode.FailedToParse)]
    [InlineData("""{"a": {"$regex": "(", "$options": ""}}""", StoreErrorCode.InvalidRegex)]
    [InlineData("""{"a": {"$regex": "a\u0000"}}""", StoreErrorCode.InvalidRegex)]
    [InlineData("""{"a": {"$regex": "a", "$options": "q"}}""", StoreErrorCode.InvalidRegexOption)]
    [InlineData("""{"a": {"$options": "i", "$regex": {"$regularExpression": {"pattern": "a", "options": "m"}}}}""", StoreErrorCode.OptionsSetBeforeRegex)]
    [InlineData("""{"a": {"$regex": {"$regularExpression": {"pattern": "a", "options": "m"}}, "$options": "i"}}""", StoreErrorCode.OptionsSetAfterRegex)]
    [InlineData("""{"a.1.1.1.1.1.1.1.1.1.1.1": 1}""", StoreErrorCode.BadValue)]
    public void A_filter_that_is_none_is_refused_with_MongoDBs_code(string filter, StoreErrorCode expected)
    {
        Assert.Equal(expected, Assert.Throws<StoreException>(() => Filter.Parse(BsonDocument.Parse(filter))).Code);
    }

    [Fact]
    public void Nested_ands_become_one_so_that_the_planner_sees_every_condition()
    {
        var filter = Filter.Parse(BsonDocument.Parse("""{"$and": [{"owner_id": "alice"}, {"$and": [{"a": {"$gt": 1, "$lt": 5}}, {}]}]}"""));

        var and = Assert.IsType<AndNode>(filter.Root);
        Assert.Equal(
            [("owner_id", ComparisonOperator.Equal), ("a", ComparisonOperator.GreaterThan), ("a", ComparisonOperator.LessThan)],
            and.Children.Cast<ComparisonNode>().Select(node => (node.Path.Text, node.Operator)));
    }

    [Theory]
    [InlineData("""{"$and": [{"a": 1}, {"$expr": false}]}""")]
    [InlineData("""{"$or": [{"$expr": false}, {"$alwaysFalse": 1}]}""")]
    [InlineData("""{"$nor": [{"a": 1}, {}]}""")]
    public void A_filter_that_never_matches_is_known_as_such(string filter)
    {
        Assert.Same(ConstantNode.Never, Filter.Parse(BsonDocument.Parse(filter)).Root);
    }

    [Theory]
    [InlineData("""{"$and": [X]}""", "X")]
    [InlineData("""{"a": {"$elemMatch": X}}""", "X")]
    [InlineData("""{"a.a.a": {"$elemMatch": X}}""", "X")]
    public void Nesting_is_bounded(string level, string hole)
    {
        var filter = """{"a": 1}""";
        for (var i = 0; i < 90; i++)
        {
            filter = level.Replace(hole, filter, StringComparison.Ordinal);
        }

        if (level.Contains("a.a.a", StringComparison.Ordinal))
        {
            Assert.Equal(StoreErrorCode.BadValue, Assert.Throws<StoreException>(() => ParseDeep(filter)).Code);
        }
        else
        {
            ParseDeep(filter);
        }
    }

    [Theory]
    [InlineData("""{"owner_id": "alice", "pinned": true}""")]
    [InlineData("""{"$and": [{"owner_id": "alice"}, {"n": {"$gte": 1, "$lt": 10}}]}""")]
    [InlineData("""{"tags": {"$in": ["x", "b", "y"]}, "place.city": {"$exists": true}}""")]
    [InlineData("""{"$or": [{"place.city": "Nowhere"}, {"list.k": {"$gt": 1}}]}""")]
    [InlineData("""{"tags": {"$elemMatch": {"$gt": "a", "$ne": "q"}}, "gone": null}""")]
    [InlineData("""{"amount": {"$lt": 2.5}, "owner_id": {"$regex": "^al"}}""")]
    public void Matching_allocates_nothing(string filter)
    {
        var parsed = Filter.Parse(BsonDocument.Parse(filter));
        var document = BsonDocument.Parse(
            """{"_id": 1, "owner_id": "alice", "pinned": true, "n": 5, "tags": ["a", "b"], "place": {"city": "Bern"}, "list": [{"k": 1}, {"k": 2}], "amount": 1.5}""").Memory;
        Assert.True(parsed.Matches(document.Span));

        var before = GC.GetAllocatedBytesForCurrentThread();
        parsed.Matches(document.Span);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
    }

    private static void ParseDeep(string filter) => Filter.Parse(BsonDocument.Parse(filter));
}
