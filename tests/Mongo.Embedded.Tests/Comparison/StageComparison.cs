using System.Text.RegularExpressions;

namespace OwnedData.Mongo.Embedded.Tests.Comparison;

/// <summary>Random pipelines of grouping, unwinding, joining and shaping stages answer as on a server that nobody here wrote.</summary>
public sealed partial class StageComparison
{
    private const int DocumentCount = 8;
    private const int CasesPerSeed = 300;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(101, 6)];

    [ReferenceTheory]
    [MemberData(nameof(Seeds))]
    public async Task A_pipeline_gives_the_same(int seed)
    {
        var random = new RandomExpression(seed);
        await using var servers = await ServerPair.OpenAsync();
        var documents = Enumerable.Range(1, DocumentCount).Select(random.Document).ToList();
        await servers.RunAsync(
            $"{{\"insert\": \"a\", \"documents\": [{string.Join(", ", documents)}]}}",
            $"{{\"insert\": \"f\", \"documents\": [{string.Join(", ", documents.Take(4))}]}}");
        var differences = new List<string>();
        for (var i = 0; i < CasesPerSeed; i++)
        {
            var stage = Stage(random);
            var (embedded, reference) = await servers.RunAsync($"{{\"aggregate\": \"a\", \"pipeline\": [{{\"$sort\": {{\"_id\": 1}}}}, {stage}], \"cursor\": {{}}}}");
            if (!ExpressionComparison.IsUnknown(reference) && !ExpressionComparison.IsInexact(stage, reference) && AnyCode().Replace(embedded, "refused") != AnyCode().Replace(reference, "refused"))
            {
                differences.Add($"{string.Join('\n', documents)}\n{stage}\n{ServerPair.Show(embedded, reference)}");
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} of {CasesPerSeed} differ:\n{string.Join('\n', differences.Take(5))}");
    }

    private static string Stage(RandomExpression random)
    {
        var path = random.Pick("$n", "$s", "$a", "$l", "$o", "$o.a", "$p", "$p.a", "$x", "$nope");
        var field = path[1..];
        return random.Next(9) switch
        {
            0 => $"{{\"$group\": {{\"_id\": {Key(random, path)}, \"v\": {{\"${random.Pick("sum", "avg", "min", "max", "first", "last", "push", "stdDevPop", "stdDevSamp")}\": \"{random.Pick("$n", "$m", "$x", "$a", "$nope")}\"}}}}}}, {{\"$sort\": {{\"_id\": 1, \"v\": 1}}}}",
            1 => $"{{\"$unwind\": {{\"path\": \"{path}\"{random.Pick("", ", \"includeArrayIndex\": \"at\"", ", \"preserveNullAndEmptyArrays\": true", ", \"includeArrayIndex\": \"o.at\", \"preserveNullAndEmptyArrays\": true")}}}}}",
            2 => $"{{\"$lookup\": {{\"from\": \"f\", \"localField\": \"{field}\", \"foreignField\": \"{random.Pick("n", "a", "o.a", "p.a", "x", field)}\", \"as\": \"{random.Pick("r", "o.r")}\"}}}}, {{\"$project\": {{\"_id\": 1, \"r._id\": 1, \"o\": 1}}}}",
            3 => $"{{\"$lookup\": {{\"from\": \"f\", \"let\": {{\"v\": \"{path}\"}}, \"pipeline\": [{{\"$match\": {{\"$expr\": {{\"$eq\": [\"${random.Pick("n", "a", "o.a", "p.a", "x", field)}\", \"$$v\"]}}}}}}, {{\"$project\": {{\"_id\": 1}}}}], \"as\": \"r\"}}}}, {{\"$project\": {{\"r\": 1}}}}",
            4 => $"{{\"$addFields\": {{\"{random.Pick("o.z", "n.z", "m.y.z")}\": \"{path}\", \"{random.Pick("p.z", "p.a.z", "l.z", "x.y.z")}\": \"{path}\", \"q\": {{\"r\": {random.Expression(1)}}}}}}}",
            5 => $"{{\"$project\": {{\"{random.Pick("o.z", "p.z", "n.z", "l.z")}\": \"{path}\", \"{random.Pick("s", "a", "k.0")}\": 1}}}}",
            6 => $"{{\"$project\": {{\"o\": {{\"a\": 1, \"z\": \"{path}\"}}, \"p\": {{\"b\": 1, \"y\": \"$n\"}}}}}}",
            7 => $"{{\"$facet\": {{\"u\": [{{\"$unwind\": \"{path}\"}}, {{\"$project\": {{\"{field}\": 1}}}}], \"n\": [{{\"$match\": {{\"{field}\": {{\"$exists\": true}}}}}}, {{\"$count\": \"n\"}}]}}}}",
            _ => $"{{\"$replaceRoot\": {{\"newRoot\": {{\"$mergeObjects\": [\"$k\", {{\"z\": {random.Expression(1)}}}]}}}}}}",
        };
    }

    // Inside a document arrays are ordered as a whole, so that no two groups have the same place.
    private static string Key(RandomExpression random, string path) =>
        random.Pick("\"$b\"", "\"$nope\"", $"{{\"k\": \"{path}\"}}", $"{{\"k\": \"{path}\", \"b\": \"$b\"}}", $"{{\"$type\": \"{path}\"}}");

    [GeneratedRegex("code [0-9 ]+.*")]
    private static partial Regex AnyCode();
}
