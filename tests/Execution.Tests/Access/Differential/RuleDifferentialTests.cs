using OwnedData.Bson;
using OwnedData.Execution.Access;
using OwnedData.Execution.Tests.Support;
using OwnedData.Mongo.Commands;
using OwnedData.Mongo.Embedded;

namespace OwnedData.Execution.Tests.Access.Differential;

/// <summary>One meaning, three times: the predicate that a store carries out, the evaluation in memory, and the documentation's.</summary>
public sealed class RuleDifferentialTests
{
    private const int Documents = 150;
    private const int Rules = 180;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task The_store_the_evaluation_in_memory_and_the_documentation_agree_on_every_document(int seed)
    {
        var random = new RandomRules(new Random(seed));
        using var store = EmbeddedMongoStore.Open(new EmbeddedStoreOptions(), new FixedTime());
        var documents = Enumerable.Range(0, Documents).Select(_ => random.Document()).ToList();
        List<BsonDocument> stored = [.. documents.Select(StoredOf)];
        await store.ExecuteAsync(new InsertCommand("things") { Documents = [.. stored] }, default);
        var matches = 0;
        for (var index = 0; index < Rules; index++)
        {
            var condition = random.Condition(depth: 3);
            var (claims, grants) = (random.ViewerValues(), random.ViewerValues());
            var subject = index % 7 == 0 ? null : "a";
            var context = ContextOf(subject, claims, grants);
            var reference = new ReferenceEvaluator(claims, grants, subject, new PlainBson.Date(context.Now.ToUnixTimeMilliseconds()));
            var compiled = RuleCompiler.Compile(condition);

            var expected = Enumerable.Range(0, Documents).Where(id => reference.Matches(condition, documents[id])).ToList();
            var inMemory = Enumerable.Range(0, Documents).Where(id => compiled.Matches(stored[id].Span, context)).ToList();
            var (filter, found) = await FindAsync(store, compiled, context, written: default);

            matches += expected.Count;
            var wrong = expected.Except(inMemory).Concat(inMemory.Except(expected)).Concat(expected.Except(found)).Concat(found.Except(expected)).Distinct().ToList();
            Assert.True(
                wrong.Count == 0,
                $"""
                seed {seed}, rule {index}: {condition}
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
    public async Task What_an_update_leaves_of_a_rule_finds_the_documents_whose_new_image_matches(int seed)
    {
        var random = new RandomRules(new Random(seed));
        using var store = EmbeddedMongoStore.Open(new EmbeddedStoreOptions(), new FixedTime());
        List<BsonDocument> stored = [.. Enumerable.Range(0, Documents).Select(id => StoredOf(random.Document(), id))];
        await store.ExecuteAsync(new InsertCommand("things") { Documents = [.. stored] }, default);
        var matches = 0;
        for (var index = 0; index < Rules; index++)
        {
            var condition = random.Condition(depth: 3);
            var context = ContextOf("a", random.ViewerValues(), random.ViewerValues());
            var written = random.Written();
            var compiled = RuleCompiler.Compile(condition);

            var expected = Enumerable.Range(0, Documents).Where(id => compiled.Matches(written.ApplyTo(stored[id]).Span, context)).ToList();
            var (filter, found) = await FindAsync(store, compiled, context, written);

            matches += expected.Count;
            Assert.True(
                expected.SequenceEqual(found),
                $"seed {seed}, rule {index}: {condition}\nsent: {filter}\nset: {written.Set} unset: {written.Unset}\nexpected {string.Join(',', expected)}\nfound    {string.Join(',', found)}");
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

    private static async Task<(string Filter, List<int> Ids)> FindAsync(EmbeddedMongoStore store, RuleCondition compiled, RuleContext context, WrittenFields written)
    {
        if (compiled.Decide(context, written) is var truth and not Truth.Open)
        {
            return (truth.ToString(), truth == Truth.True ? [.. Enumerable.Range(0, Documents)] : []);
        }

        var filter = FilterOf(compiled, context, written);
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

    private static BsonDocument FilterOf(RuleCondition compiled, RuleContext context, WrittenFields written)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteStartArray("$and"u8);
        compiled.WriteMembers(writer, context, written);
        writer.WriteEndArray();
        writer.WriteEndDocument();
        return writer.ToDocument();
    }
}
