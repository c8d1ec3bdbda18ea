using OwnedData.Bson;
using OwnedData.Execution.Access.Rules;
using OwnedData.Execution.Access;
using OwnedData.Execution.Tests.Support;
using OwnedData.Mongo.Commands;
using OwnedData.Mongo.Embedded;

namespace OwnedData.Execution.Tests.Access.Differential;

/// <summary>One meaning, three times: the predicate that a store carries out, the evaluation in memory, and the documentation's.</summary>
public sealed class RuleDifferentialTests
{
    private const int Documents = 150;
    private const int Rules = 300;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task The_store_the_evaluation_in_memory_and_the_documentation_agree_on_every_document(int seed)
    {
        var chance = new Random(seed);
        var random = new RandomRules(chance);
        using var store = EmbeddedMongoStore.Open(new EmbeddedStoreOptions(), new FixedTime());
        var documents = Enumerable.Range(0, Documents).Select(_ => random.Document()).ToList();
        List<BsonDocument> stored = [.. documents.Select(StoredOf)];
        await store.ExecuteAsync(new InsertCommand("things") { Documents = [.. stored] }, default);
        var matches = 0;
        for (var index = 0; index < Rules; index++)
        {
            var rule = RandomRule.Of(random, chance);
            var (claims, grants) = (random.ViewerValues(), random.ViewerValues());
            var subject = index % 7 == 0 ? null : "a";
            var context = ContextOf(subject, claims, grants);
            var reference = new ReferenceEvaluator(claims, grants, subject, new PlainBson.Date(context.Now.ToUnixTimeMilliseconds()));
            var compiled = rule.Compile();

            var expected = Enumerable.Range(0, Documents).Where(id => rule.Holds(reference, subject is not null, documents[id])).ToList();
            var inMemory = Enumerable.Range(0, Documents).Where(id => compiled.Hold(stored[id].Span, context)).ToList();
            var (filter, found) = await FindAsync(store, compiled, context, written: default);

            matches += expected.Count;
            var wrong = expected.Except(inMemory).Concat(inMemory.Except(expected)).Concat(expected.Except(found)).Concat(found.Except(expected)).Distinct().ToList();
            Assert.True(
                wrong.Count == 0,
                $"""
                seed {seed}, rule {index}: {rule}
                sent: {filter}
                viewer: {subject} claims {PlainBson.ToJson(claims)} grants {PlainBson.ToJson(grants)}
                document: {(wrong.Count == 0 ? "" : stored[wrong[0]].ToString())}
                matches by the documentation: {wrong.Count > 0 && expected.Contains(wrong[0])}, in memory: {wrong.Count > 0 && inMemory.Contains(wrong[0])}, in the store: {wrong.Count > 0 && found.Contains(wrong[0])}
                """);
        }

        // Neither nothing nor everything: the rules must have had something to decide.
        Assert.InRange(matches, Rules * Documents / 20, Rules * Documents * 19 / 20);
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public async Task What_an_update_sends_finds_the_documents_on_which_the_rules_hold_before_and_after(int seed)
    {
        var chance = new Random(seed);
        var random = new RandomRules(chance);
        using var store = EmbeddedMongoStore.Open(new EmbeddedStoreOptions(), new FixedTime());
        var documents = Enumerable.Range(0, Documents).Select(_ => random.Document()).ToList();
        List<BsonDocument> stored = [.. documents.Select(StoredOf)];
        await store.ExecuteAsync(new InsertCommand("things") { Documents = [.. stored] }, default);
        var matches = 0;
        for (var index = 0; index < Rules; index++)
        {
            var rule = RandomRule.Of(random, chance);
            var context = ContextOf("a", random.ViewerValues(), random.ViewerValues());
            var (set, unset) = random.Written();
            var written = new WrittenFields(BsonDocument.Parse(PlainBson.ToJson(set)), BsonDocument.Parse(PlainBson.ToJson(unset)));
            var images = documents.Select(document => StoredOf(set.Concat(document.Where(field => !set.ContainsKey(field.Key) && !unset.ContainsKey(field.Key))).ToDictionary(), id: 0)).ToList();
            var compiled = rule.Compile();

            var expected = Enumerable.Range(0, Documents).Where(id => compiled.Hold(stored[id].Span, context) && compiled.Hold(images[id].Span, context)).ToList();
            var (filter, found) = await FindAsync(store, compiled, context, written);

            matches += expected.Count;
            Assert.True(
                expected.SequenceEqual(found),
                $"seed {seed}, rule {index}: {rule}\nsent: {filter}\nset: {written.Set} unset: {written.Unset}\nexpected {string.Join(',', expected)}\nfound    {string.Join(',', found)}");
        }

        Assert.InRange(matches, Rules * Documents / 20, Rules * Documents * 19 / 20);
    }

    private static BsonDocument StoredOf(Dictionary<string, object?> document, int id) =>
        BsonDocument.Parse(PlainBson.ToJson(document).Insert(1, $"\"_id\":{id}{(document.Count > 0 ? "," : "")}"));

    private static RuleContext ContextOf(string? subject, Dictionary<string, object?> claims, Dictionary<string, object?> grants)
    {
        var viewer = new Viewer
        {
            Subject = subject,
            Claims = BsonDocument.Parse(PlainBson.ToJson(claims)),
            Grants = BsonDocument.Parse(PlainBson.ToJson(grants)),
        };
        return new RuleContext(viewer, new FixedTime().GetUtcNow());
    }

    private static async Task<(string Filter, List<int> Ids)> FindAsync(EmbeddedMongoStore store, OperationRules rules, RuleContext context, WrittenFields written)
    {
        if (rules.Decide(context, default) == Truth.False || rules.Decide(context, written) == Truth.False)
        {
            return ("nothing", []);
        }

        var filter = FilterOf(rules, context, written);
        var ids = new List<int>();
        await foreach (var batch in store.QueryAsync(new FindCommand("things") { Filter = filter, Projection = BsonDocument.Parse("""{ "_id": 1 }""") }, default))
        {
            using (batch)
            {
                for (var offset = 0; offset < batch.Length;)
                {
                    batch.Next(ref offset).TryGetValue("_id"u8, out var id);
                    ids.Add(id.AsInt32());
                }
            }
        }

        return (filter.ToString(), ids);
    }

    // What holds for every document leaves only the part that does, too: MongoDB takes no empty `$and`.
    private static BsonDocument FilterOf(OperationRules rules, RuleContext context, WrittenFields written)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteStartArray("$and"u8);
        writer.WriteStartDocument();
        writer.WriteEndDocument();
        rules.WriteMembers(writer, context);
        rules.WriteNewImage(writer, context, written);
        writer.WriteEndArray();
        writer.WriteEndDocument();
        return writer.ToDocument();
    }
}
