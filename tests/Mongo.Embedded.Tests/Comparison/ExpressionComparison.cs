using System.Text.RegularExpressions;

namespace OwnedData.Mongo.Embedded.Tests.Comparison;

/// <summary>Random expressions give the same values as on a server that nobody here wrote, or are refused by both. The codes of refusals have tests of their own.</summary>
public sealed partial class ExpressionComparison
{
    private const int DocumentCount = 10;
    private const int CasesPerSeed = 1000;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 8)];

    [ReferenceTheory]
    [MemberData(nameof(Seeds))]
    public Task An_expression_gives_the_same(int seed) => CompareAsync(seed, random =>
    {
        var expression = random.Expression(1 + random.Next(3));
        return (expression, random.Next(4) == 0
            ? $"{{\"$match\": {{\"$expr\": {expression}}}}}, {{\"$project\": {{\"_id\": 1}}}}"
            : $"{{\"$project\": {{\"_id\": 0, \"r\": {expression}}}}}");
    });

    [ReferenceTheory(since: 5)]
    [MemberData(nameof(Seeds))]
    public Task A_newer_expression_gives_the_same(int seed) => CompareAsync(seed, random => Computed(random, random.Newer(1 + random.Next(2))));

    private static (string Expression, string Stages) Computed(RandomExpression random, string expression) => (expression, random.Next(5) switch
    {
        0 => $"{{\"$match\": {{\"$expr\": {expression}}}}}, {{\"$unset\": [\"k\", \"{random.Pick("n", "o.a", "p.a")}\"]}}",
        1 => $"{{\"$set\": {{\"{random.Pick("r", "o.r", "p.r", "n")}\": {expression}}}}}, {{\"$unset\": \"k\"}}",
        2 => $"{{\"$replaceWith\": {{\"$mergeObjects\": [{random.Pick("\"$o\"", "\"$k\"")}, {{\"r\": {expression}}}]}}}}",
        3 => $"{{\"$unset\": \"k\"}}, {{\"$unionWith\": {{\"coll\": \"a\", \"pipeline\": [{{\"$match\": {{\"_id\": 2}}}}, {{\"$project\": {{\"r\": {expression}}}}}]}}}}",
        _ => $"{{\"$project\": {{\"_id\": 0, \"r\": {expression}}}}}",
    });

    private static async Task CompareAsync(int seed, Func<RandomExpression, (string Expression, string Stages)> next)
    {
        var random = new RandomExpression(seed);
        await using var servers = await ServerPair.OpenAsync();
        var documents = Enumerable.Range(1, DocumentCount).Select(random.Document).ToList();
        await servers.RunAsync($"{{\"insert\": \"a\", \"documents\": [{string.Join(", ", documents)}]}}");
        var differences = new List<string>();
        for (var i = 0; i < CasesPerSeed; i++)
        {
            var id = 1 + random.Next(DocumentCount);
            var (expression, stages) = next(random);
            var (embedded, reference) = await servers.RunAsync($"{{\"aggregate\": \"a\", \"pipeline\": [{{\"$match\": {{\"_id\": {id}}}}}, {stages}], \"cursor\": {{}}}}");
            if (!IsUnknown(reference) && !IsInexact(expression, reference) && AnyCode().Replace(embedded, "refused") != AnyCode().Replace(reference, "refused"))
            {
                differences.Add($"{documents[id - 1]}\n{stages}\nembedded:  {embedded}\nreference: {reference}\n");
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} of {CasesPerSeed} differ:\n{string.Join('\n', differences.Take(40))}");
    }

    // An older server does not know every operator, or takes no second argument.
    internal static bool IsUnknown(string reply) => reply.StartsWith("code 168 ", StringComparison.Ordinal) || reply.StartsWith("code 16020 ", StringComparison.Ordinal);

    // The last digits of powers and logarithms are a library's own, and so are the trailing zeros of a decimal.
    internal static bool IsInexact(string expression, string reply) =>
        Inexact().IsMatch(expression) && (reply.Contains("numberDecimal", StringComparison.Ordinal) || reply.Contains("numberDouble", StringComparison.Ordinal));

    [GeneratedRegex("pow|exp|ln|log10")]
    private static partial Regex Inexact();

    [GeneratedRegex("code [0-9 ]+.*")]
    private static partial Regex AnyCode();
}
