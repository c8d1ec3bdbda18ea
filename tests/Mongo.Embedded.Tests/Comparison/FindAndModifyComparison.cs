namespace OwnedData.Mongo.Embedded.Tests.Comparison;

/// <summary>Random findAndModify commands give back and leave behind the same as on MongoDB's own server.</summary>
public sealed class FindAndModifyComparison
{
    private const int CasesPerSeed = 300;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 6)];

    [ReferenceTheory]
    [MemberData(nameof(Seeds))]
    public async Task A_document_is_found_and_modified_alike(int seed)
    {
        var random = new RandomUpdate(seed);
        await using var servers = await ServerPair.OpenAsync();
        var differences = new List<string>();
        for (var i = 0; i < CasesPerSeed; i++)
        {
            var documents = string.Join(", ", Enumerable.Range(1, 3).Select(random.Document));
            var command = $"{{\"findAndModify\": \"a\", \"query\": {random.Filter()}, \"sort\": {{\"{random.Name()}\": {(random.Next(2) == 0 ? 1 : -1)}, \"_id\": 1}}, {Change(random)}, \"fields\": {Fields(random)}}}";
            var (embedded, reference) = await servers.RunAsync(
                """{"delete": "a", "deletes": [{"q": {}, "limit": 0}]}""",
                $"{{\"insert\": \"a\", \"documents\": [{documents}]}}",
                command,
                """{"find": "a", "sort": {"_id": 1}}""");
            if (embedded != reference)
            {
                differences.Add($"{documents}\n{command}\n{ServerPair.Show(embedded, reference)}");
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} of {CasesPerSeed} differ:\n{string.Join('\n', differences.Take(20))}");
    }

    private static string Change(RandomUpdate random)
    {
        if (random.Next(4) == 0)
        {
            return "\"remove\": true";
        }

        var (update, arrayFilters) = random.Update(random.Next(2));
        return $"\"update\": {update}, \"new\": {(random.Next(2) == 0 ? "true" : "false")}, \"upsert\": {(random.Next(3) == 0 ? "true" : "false")}"
            + (arrayFilters is null ? "" : $", \"arrayFilters\": {arrayFilters}");
    }

    private static string Fields(RandomUpdate random) => random.Next(4) switch
    {
        0 => $"{{\"{random.Name()}\": 1}}",
        1 => $"{{\"{random.Name()}.{random.Name()}\": 0}}",
        2 => $"{{\"{random.Name()}.{random.Name()}\": 1, \"_id\": 0}}",
        _ => "{}",
    };
}
