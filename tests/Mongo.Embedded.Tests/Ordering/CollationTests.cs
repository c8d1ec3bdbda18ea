using System.Text;
using OwnedData.Mongo.Embedded.Ordering;
using OwnedData.Mongo.Embedded.Tests.Wire;
using static OwnedData.Mongo.Tests.StoreExtensions;

namespace OwnedData.Mongo.Embedded.Tests.Ordering;

public sealed class CollationTests
{
    [Theory]
    // Letters, then accents, then case.
    [InlineData("a", "B", -1, -1, -1)]
    [InlineData("e", "é", 0, -1, -1)]
    [InlineData("é", "É", 0, 0, -1)]
    [InlineData("é", "è", 0, -1, -1)]
    [InlineData("résumé", "Resume", 0, 1, 1)]
    [InlineData("éa", "eb", -1, -1, -1)]
    [InlineData("Ab", "aB", 0, 0, 1)]
    [InlineData("", "a", -1, -1, -1)]
    [InlineData("a", "ab", -1, -1, -1)]
    // Signs before digits before letters.
    [InlineData("_", "-", -1, -1, -1)]
    [InlineData("$", "0", -1, -1, -1)]
    [InlineData("9", "a", -1, -1, -1)]
    [InlineData("a-b", "ab", -1, -1, -1)]
    // Two letters in one, and an accent that stands alone.
    [InlineData("ß", "ss", 0, 1, 1)]
    [InlineData("Æ", "ae", 0, 1, 1)]
    [InlineData("a\u0301", "á", 0, 0, 0)]
    [InlineData("o", "ø", 0, -1, -1)]
    [InlineData("\u00AD\u0001a", "a", 0, 0, 0)]
    public void Text_is_compared_by_letters_then_accents_then_case(string left, string right, params int[] expected)
    {
        for (var strength = 1; strength <= expected.Length; strength++)
        {
            var collation = Collation.Parse(Parse($"{{locale: \"en\", strength: {strength}}}"))!;

            Assert.Equal((strength, expected[strength - 1]), (strength, Math.Sign(collation.Compare(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right)))));
            Assert.Equal((strength, -expected[strength - 1]), (strength, Math.Sign(collation.Compare(Encoding.UTF8.GetBytes(right), Encoding.UTF8.GetBytes(left)))));
        }
    }

    [Fact]
    public void Bytes_that_are_no_text_are_compared_too()
    {
        var collation = Collation.Parse(Parse("{locale: \"en\"}"))!;

        Assert.NotEqual(0, collation.Compare([0xFF, 0xFE], [(byte)'a']));
        Assert.Equal(0, collation.Compare([0xFF], [0xFF]));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{locale: \"simple\"}")]
    public void The_order_of_bytes_is_no_collation(string collation) => Assert.Null(Collation.Parse(Parse(collation)));

    [Theory]
    [InlineData("{strength: 2}", StoreErrorCode.MissingField)]
    [InlineData("{locale: 5}", StoreErrorCode.TypeMismatch)]
    [InlineData("{locale: \"en\", strength: \"2\"}", StoreErrorCode.TypeMismatch)]
    [InlineData("{locale: \"en\", strength: 0}", StoreErrorCode.FailedToParse)]
    [InlineData("{locale: \"en\", strength: 1.5}", StoreErrorCode.FailedToParse)]
    [InlineData("{locale: \"simple\", strength: 2}", StoreErrorCode.FailedToParse)]
    public void A_collation_that_is_none_is_refused(string collation, StoreErrorCode expected) =>
        Assert.Equal(expected, Assert.Throws<StoreException>(() => Collation.Parse(Parse(collation))).Code);

    [Theory]
    [InlineData("{a: \"X\"}", "COLLSCAN", 2)]
    [InlineData("{a: {$gte: \"x\"}}", "COLLSCAN", 2)]
    [InlineData("{a: {$in: [\"x\", 1]}}", "COLLSCAN", 3)]
    [InlineData("{a: {s: \"X\"}}", "COLLSCAN", 1)]
    [InlineData("{$or: [{a: \"x\"}, {a: 1}]}", "COLLSCAN", 3)]
    [InlineData("{a: 1}", "IXSCAN", 1)]
    public async Task An_index_answers_only_what_is_no_text(string filter, string expectedPlan, int expectedCount)
    {
        await using var open = new OpenListener();
        using var client = await open.EnterAsync();
        await client.RunAsync("{insert: \"c\", documents: [{_id: 1, a: \"x\"}, {_id: 2, a: \"X\"}, {_id: 3, a: 1}, {_id: 4, a: {s: \"x\"}}]}");
        await client.RunAsync("{createIndexes: \"c\", indexes: [{key: {a: 1}, name: \"a_1\"}]}");
        const string Collation = "collation: {locale: \"en\", strength: 2}";

        Assert.Contains(expectedPlan, await client.RunAsync($"{{explain: {{find: \"c\", filter: {filter}, {Collation}}}, verbosity: \"queryPlanner\"}}"), StringComparison.Ordinal);
        Assert.Equal($"{{\"n\": {expectedCount}, \"ok\": 1.0}}", await client.RunAsync($"{{count: \"c\", query: {filter}, {Collation}}}"));
    }

    [Fact]
    public async Task An_index_gives_no_order_of_text()
    {
        await using var open = new OpenListener();
        using var client = await open.EnterAsync();
        await client.RunAsync("{insert: \"c\", documents: [{_id: 1, a: \"b\"}, {_id: 2, a: \"C\"}, {_id: 3, a: \"a\"}]}");
        await client.RunAsync("{createIndexes: \"c\", indexes: [{key: {a: 1}, name: \"a_1\"}]}");
        const string Sorted = "sort: {a: 1}, collation: {locale: \"en\"}";

        Assert.Contains("[{\"_id\": 3}, {\"_id\": 1}, {\"_id\": 2}]", await client.RunAsync($"{{find: \"c\", projection: {{_id: 1}}, {Sorted}}}"), StringComparison.Ordinal);
        Assert.Contains("\"_id\": 3", await client.RunAsync($"{{findAndModify: \"c\", query: {{}}, {Sorted}, remove: true}}"), StringComparison.Ordinal);
        Assert.Contains(
            "[{\"_id\": 1, \"a\": \"b\"}, {\"_id\": 2, \"a\": \"C\"}]",
            await client.RunAsync("{aggregate: \"c\", pipeline: [{$match: {a: {$gte: \"B\"}}}, {$sort: {a: 1}}, {$limit: 5}], cursor: {}, collation: {locale: \"en\", strength: 1}}"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{$addToSet: {l: \"A\"}}", "[\"a\", \"b\"]")]
    [InlineData("{$pull: {l: \"A\"}}", "[\"b\"]")]
    [InlineData("{$pull: {l: {$in: [\"A\"]}}}", "[\"b\"]")]
    [InlineData("{$pullAll: {l: [\"B\"]}}", "[\"a\"]")]
    [InlineData("{$push: {l: {$each: [\"B\", \"C\"], $sort: -1}}}", "[\"C\", \"b\", \"B\", \"a\"]")]
    [InlineData("{$set: {\"l.$[x]\": 1}}", "[1, \"b\"]")]
    [InlineData("{$set: {\"l.$\": 1}}", "[\"a\", 1]")]
    public async Task Updates_compare_as_their_statement_says(string update, string expected)
    {
        await using var open = new OpenListener();
        using var client = await open.EnterAsync();
        await client.RunAsync("{insert: \"c\", documents: [{_id: 1, l: [\"a\", \"b\"]}]}");
        var filters = update.Contains("$[x]", StringComparison.Ordinal) ? ", arrayFilters: [{x: \"A\"}]" : "";

        await client.RunAsync($"{{update: \"c\", updates: [{{q: {{l: \"B\"}}, u: {update}, collation: {{locale: \"en\", strength: 2}}{filters}}}]}}");

        Assert.Contains($"\"l\": {expected}", await client.RunAsync("{find: \"c\"}"), StringComparison.Ordinal);
    }
}
