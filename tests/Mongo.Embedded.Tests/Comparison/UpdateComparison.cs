using System.Text.RegularExpressions;

namespace OwnedData.Mongo.Embedded.Tests.Comparison;

/// <summary>Random updates leave the same documents, counts and error codes behind as on MongoDB's own server.</summary>
public sealed partial class UpdateComparison
{
    private const int CasesPerSeed = 500;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [ReferenceTheory]
    [MemberData(nameof(Seeds))]
    public async Task An_update_does_the_same(int seed)
    {
        var random = new RandomUpdate(seed);
        await using var servers = await ServerPair.OpenAsync();
        var differences = new List<string>();
        for (var i = 0; i < CasesPerSeed; i++)
        {
            var documents = string.Join(", ", Enumerable.Range(1, 2).Select(random.Document));
            var operatorCount = random.Next(4);
            var (update, arrayFilters) = random.Update(operatorCount);
            var rest = arrayFilters is null ? "" : $", \"arrayFilters\": {arrayFilters}";
            var statement = $"{{\"q\": {random.Filter()}, \"u\": {update}, \"multi\": {(operatorCount > 0 && random.Next(3) == 0 ? "true" : "false")}, \"upsert\": {(random.Next(6) == 0 ? "true" : "false")}{rest}}}";
            var (embedded, reference) = await servers.RunAsync(
                """{"delete": "a", "deletes": [{"q": {}, "limit": 0}]}""",
                $"{{\"insert\": \"a\", \"documents\": [{documents}]}}",
                $"{{\"update\": \"a\", \"updates\": [{statement}]}}",
                """{"find": "a", "sort": {"_id": 1}}""");

            // Of several things that are wrong each server names the one it meets first.
            if (operatorCount > 1 ? AnyCode().Replace(embedded, "refused") != AnyCode().Replace(reference, "refused") : embedded != reference)
            {
                differences.Add($"{documents}\n{statement}\n{ServerPair.Show(embedded, reference)}");
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} of {CasesPerSeed} differ:\n{string.Join('\n', differences.Take(20))}");
    }

    [GeneratedRegex("code [0-9 ]+")]
    private static partial Regex AnyCode();
}
