using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Matching;
using OwnedData.Mongo.Embedded.Updating;
using static OwnedData.Mongo.Tests.StoreExtensions;

namespace OwnedData.Mongo.Embedded.Tests.Updating;

/// <summary>`$`, `$[]` and `$[identifier]` in paths.</summary>
public sealed class PositionalUpdateTests
{
    [Theory]
    [InlineData("{l: 2}", "{$set: {\"l.$\": 9}}", "{l: [1, 9, 2]}")]
    [InlineData("{l: {$gte: 2}}", "{$unset: {\"l.$\": 1}}", "{l: [1, null, 2]}")]
    [InlineData("{\"o.x\": 2}", "{$inc: {\"o.$.y\": 5}}", "{o: [{x: 1}, {x: 2, y: 5}]}")]
    [InlineData("{o: {$elemMatch: {x: 2}}}", "{$set: {\"o.$\": 1}}", "{o: [{x: 1}, 1]}")]
    // The last predicate that an array led through says where.
    [InlineData("{l: 2, o: {$elemMatch: {x: 1}}}", "{$set: {\"l.$\": 9}}", "{l: [9, 2, 2]}")]
    // In one $or, the branch that matched.
    [InlineData("{$or: [{l: 7}, {l: 2}]}", "{$set: {\"l.$\": 9}}", "{l: [1, 9, 2]}")]
    // The outermost array counts.
    [InlineData("{\"n.l\": 4}", "{$set: {\"n.$.l\": 0}}", "{n: [{l: [1]}, {l: 0}]}")]
    [InlineData("{\"n.1.l\": 4}", "{$set: {\"n.$.l\": 0}}", "{n: [{l: 0}, {l: [4, 5]}]}")]
    [InlineData("{}", "{$set: {\"l.$[]\": 0}}", "{l: [0, 0, 0]}")]
    [InlineData("{}", "{$inc: {\"n.$[].l.$[]\": 1}}", "{n: [{l: [2]}, {l: [5, 6]}]}")]
    public void A_placeholder_stands_for_elements(string filter, string update, string expected)
    {
        const string Document = "{_id: 1, l: [1, 2, 2], o: [{x: 1}, {x: 2}], n: [{l: [1]}, {l: [4, 5]}]}";

        Assert.Equal(Json(Parse(expected)), Pick(Apply(Document, filter, update), NamesIn(expected)));
    }

    [Theory]
    [InlineData("{$set: {\"l.$[x]\": 0}}", "[{x: {$gte: 2}}]", "{l: [1, 0, 0]}")]
    [InlineData("{$set: {\"l.$[x]\": 0, \"o.$[y].x\": 0}}", "[{x: 1}, {\"y.x\": 2}]", "{l: [0, 2, 2], o: [{x: 1}, {x: 0}]}")]
    [InlineData("{$push: {\"n.$[x].l\": 0}}", "[{$or: [{\"x.l\": 5}, {\"x.l\": 7}]}]", "{n: [{l: [1]}, {l: [4, 5, 0]}]}")]
    [InlineData("{$set: {\"o.$[x].x\": 0, \"o.$[].y\": 1}}", "[{\"x.x\": 2}]", "{o: [{x: 1, y: 1}, {x: 0, y: 1}]}")]
    public void An_identifier_stands_for_the_elements_that_its_filter_matches(string update, string arrayFilters, string expected)
    {
        const string Document = "{_id: 1, l: [1, 2, 2], o: [{x: 1}, {x: 2}], n: [{l: [1]}, {l: [4, 5]}]}";

        Assert.Equal(Json(Parse(expected)), Pick(Apply(Document, "{}", update, arrayFilters), NamesIn(expected)));
    }

    [Theory]
    [InlineData("{$set: {\"$\": 1}}", "[]", StoreErrorCode.BadValue)]
    [InlineData("{$set: {\"$[]\": 1}}", "[]", StoreErrorCode.BadValue)]
    [InlineData("{$set: {\"a.$.b.$\": 1}}", "[]", StoreErrorCode.BadValue)]
    [InlineData("{$set: {\"a.$[x]\": 1}}", "[]", StoreErrorCode.BadValue)]
    [InlineData("{$set: {\"a.$[x]\": 1}}", "[{X: 1}]", StoreErrorCode.BadValue)]
    [InlineData("{$set: {\"a.$[x]\": 1}}", "[{x: 1}, {y: 1}]", StoreErrorCode.FailedToParse)]
    [InlineData("{$set: {\"a.$[x]\": 1}}", "[{x: 1}, {\"x.y\": 1}]", StoreErrorCode.FailedToParse)]
    [InlineData("{$set: {\"a.$[x]\": 1}}", "[{x: 1, y: 1}]", StoreErrorCode.FailedToParse)]
    [InlineData("{$set: {\"a.$[x]\": 1}}", "[{}]", StoreErrorCode.FailedToParse)]
    [InlineData("{a: 1}", "[{x: 1}]", StoreErrorCode.FailedToParse)]
    [InlineData("{$set: {\"a.$[]\": 1, \"a.b\": 1}}", "[]", StoreErrorCode.ConflictingUpdateOperators)]
    [InlineData("{$rename: {\"a.$\": \"b\"}}", "[]", StoreErrorCode.BadValue)]
    [InlineData("{$rename: {a: \"b.$[]\"}}", "[]", StoreErrorCode.BadValue)]
    public void A_placeholder_that_can_stand_for_nothing_is_refused(string update, string arrayFilters, StoreErrorCode expected) =>
        Assert.Equal(expected, Assert.Throws<StoreException>(() => Apply("{_id: 1}", "{}", update, arrayFilters)).Code);

    [Theory]
    [InlineData("{_id: 1, a: [1]}", "{}", "{$set: {\"a.$\": 1}}", StoreErrorCode.BadValue)]
    [InlineData("{_id: 1, a: [1]}", "{\"a.0\": 1}", "{$set: {\"a.$\": 1}}", StoreErrorCode.BadValue)]
    [InlineData("{_id: 1}", "{}", "{$unset: {\"a.$[]\": 1}}", StoreErrorCode.BadValue)]
    [InlineData("{_id: 1, a: {b: 1}}", "{}", "{$set: {\"a.$[]\": 1}}", StoreErrorCode.BadValue)]
    [InlineData("{_id: 1, a: [1, 2]}", "{a: 2}", "{$set: {\"a.$\": 1, \"a.1\": 2}}", StoreErrorCode.ConflictingUpdateOperators)]
    public void A_document_without_what_a_placeholder_stands_for_is_refused(string document, string filter, string update, StoreErrorCode expected) =>
        Assert.Equal(expected, Assert.Throws<StoreException>(() => Apply(document, filter, update)).Code);

    [Fact]
    public void Identifiers_keep_their_filters_where_two_paths_meet_in_an_element()
    {
        var changed = Apply(
            "{_id: 1, a: [{k: 1, b: [{v: 1}, {v: 2}]}, {k: 2, b: [{v: 1}, {v: 2}]}]}",
            "{}",
            "{$set: {\"a.$[].b.$[x].p\": 1, \"a.$[y].b.$[x].q\": 1}}",
            "[{\"x.v\": 2}, {\"y.k\": 1}]");

        Assert.Equal(
            Json(Parse("{_id: 1, a: [{k: 1, b: [{v: 1}, {v: 2, p: 1, q: 1}]}, {k: 2, b: [{v: 1}, {v: 2, p: 1}]}]}")),
            Json(changed));
    }

    [Fact]
    public void A_short_update_cannot_make_an_endless_document()
    {
        var padded = Parse($"{{_id: 1, a: [{string.Join(", ", Enumerable.Repeat("[]", 50))}]}}");
        var wide = Parse($"{{_id: 1, a: [{string.Join(", ", Enumerable.Repeat("1", 5000))}]}}");
        var text = new string('x', 100_000);

        Assert.Equal(StoreErrorCode.UpdatedDocumentTooLarge, Assert.Throws<StoreException>(() => Apply(padded, "{}", "{$set: {\"a.$[].1000000\": 1}}")).Code);
        Assert.Equal(StoreErrorCode.UpdatedDocumentTooLarge, Assert.Throws<StoreException>(() => Apply(wide, "{}", $"{{$set: {{\"a.$[]\": \"{text}\"}}}}")).Code);
    }

    private static string[] NamesIn(string document)
    {
        var names = new List<string>();
        var reader = new BsonReader(Parse(document).Span);
        while (reader.Read())
        {
            names.Add(Encoding.UTF8.GetString(reader.NameSpan));
        }

        return [.. names];
    }

    private static BsonDocument Apply(string document, string filter, string update, string arrayFilters = "[]") => Apply(Parse(document), filter, update, arrayFilters);

    private static BsonDocument Apply(BsonDocument document, string filter, string update, string arrayFilters = "[]")
    {
        var filters = new List<BsonDocument>();
        Parse($"{{f: {arrayFilters}}}").TryGetValue("f"u8, out var list);
        var reader = new BsonReader(list.Bytes);
        while (reader.Read())
        {
            filters.Add(new BsonDocument(reader.ValueSpan.ToArray()));
        }

        var options = new UpdateOptions(TimeProvider.System) { ArrayFilters = filters };
        using var output = new BsonWriter();
        Update.Parse(new BsonValue(BsonType.Document, Parse(update).Span), options).Apply(document.Span, Filter.Parse(Parse(filter)), output);
        return output.ToDocument();
    }
}
