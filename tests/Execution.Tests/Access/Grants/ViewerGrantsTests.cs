using OwnedData.Bson;
using OwnedData.Execution.Access.Grants;

namespace OwnedData.Execution.Tests.Access.Grants;

public sealed class ViewerGrantsTests
{
    [Theory]
    [InlineData("""{ "permissions": "a" }""", "`permissions` is no list of strings")]
    [InlineData("""{ "permissions": ["a", 1] }""", "`permissions` is no list of strings")]
    [InlineData("""{ "permissions": ["a", ["b"]] }""", "`permissions` is no list of strings")]
    [InlineData("""{ "permissions": null }""", "`permissions` is no list of strings")]
    [InlineData("""{ "permissions": { "0": "a" } }""", "`permissions` is no list of strings")]
    [InlineData("""{ "roles": true }""", "`roles` is no list of strings")]
    [InlineData("""{ "x": { "$ne": null } }""", "`x` is neither a single value nor a list of single values")]
    [InlineData("""{ "x": [["a"]] }""", "`x` is neither a single value nor a list of single values")]
    [InlineData("""{ "x": [null] }""", "`x` is neither a single value nor a list of single values")]
    [InlineData("""{ "roles": ["good"], "x": {} }""", "`x` is neither a single value nor a list of single values")]
    public void A_document_of_the_wrong_shape_counts_for_nothing(string document, string problem)
    {
        Assert.False(ViewerGrants.TryRead(BsonDocument.Parse(document), out var grants, out var told));
        Assert.Equal((null, problem), (grants, told));
    }

    [Theory]
    [InlineData("""{ "_id": "alice" }""", "{}")]
    [InlineData("""{ "_id": "alice", "permissions": [], "roles": [] }""", "{}")]
    [InlineData("""{ "x": null, "https://my-api.com/d.e": "sales", "y": [] }""", """{"x": null, "https://my-api.com/d.e": "sales", "y": []}""")]
    [InlineData("""{ "n": 1, "l": [true, 2.5, { "$date": "2026-01-01T00:00:00Z" }] }""", """{"n": 1, "l": [true, 2.5, {"$date": "2026-01-01T00:00:00Z"}]}""")]
    public void Named_values_are_what_is_left(string document, string values)
    {
        Assert.True(ViewerGrants.TryRead(BsonDocument.Parse(document), out var grants, out _));
        Assert.Equal(values, grants.Values.ToString());
    }
}
