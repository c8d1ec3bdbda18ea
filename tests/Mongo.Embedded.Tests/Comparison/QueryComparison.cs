namespace OwnedData.Mongo.Embedded.Tests.Comparison;

/// <summary>Random filters, sorts and distincts over documents of all types answer as on MongoDB's own server.</summary>
public sealed class QueryComparison
{
    private const int CollectionsPerSeed = 20;
    private const int QueriesPerCollection = 25;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [ReferenceTheory]
    [MemberData(nameof(Seeds))]
    public async Task A_query_finds_the_same_in_the_same_order(int seed)
    {
        var random = new RandomQuery(seed);
        await using var servers = await ServerPair.OpenAsync();
        var differences = new List<string>();
        for (var i = 0; i < CollectionsPerSeed; i++)
        {
            var documents = string.Join(", ", Enumerable.Range(1, 8).Select(random.Document));
            await servers.RunOnEmbeddedAsync("""{"drop": "a"}""");
            await servers.RunAsync("""{"delete": "a", "deletes": [{"q": {}, "limit": 0}]}""", $"{{\"insert\": \"a\", \"documents\": [{documents}]}}");
            if (i % 2 == 0)
            {
                await servers.RunOnEmbeddedAsync("""{"createIndexes": "a", "indexes": [{"key": {"a": 1}, "name": "a"}]}""");
                await servers.RunOnEmbeddedAsync("""{"createIndexes": "a", "indexes": [{"key": {"b": -1, "a.b": 1}, "name": "b"}]}""");
                await servers.RunOnEmbeddedAsync("""{"createIndexes": "a", "indexes": [{"key": {"a.b.c": -1, "c": 1}, "name": "abc"}]}""");
            }

            for (var j = 0; j < QueriesPerCollection; j++)
            {
                var (filter, sort, path) = (random.Filter(), random.Sort(), random.Path());
                var (embedded, reference) = await servers.RunAsync(
                    $"{{\"find\": \"a\", \"filter\": {filter}, \"sort\": {sort}, \"projection\": {{\"_id\": 1}}}}",
                    $"{{\"count\": \"a\", \"query\": {filter}}}",
                    $"{{\"distinct\": \"a\", \"key\": \"{path}\", \"query\": {filter}}}");
                if (embedded != reference)
                {
                    differences.Add($"{documents.Replace("}, {\"_id\"", "},\n{\"_id\"", StringComparison.Ordinal)}\n{filter} {sort} {path}\n{ServerPair.Show(embedded, reference)}");
                }
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} of {CollectionsPerSeed * QueriesPerCollection} differ:\n{string.Join('\n', differences.Take(20))}");
    }
}
