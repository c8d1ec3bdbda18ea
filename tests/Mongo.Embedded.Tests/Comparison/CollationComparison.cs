using System.Text.Json;

namespace OwnedData.Mongo.Embedded.Tests.Comparison;

/// <summary>Latin text under a collation is found, ordered, told apart and changed as on MongoDB's own server.</summary>
public sealed class CollationComparison
{
    private const int Rounds = 25;

    private static readonly string[] s_parts =
    [
        "a", "A", "b", "B", "e", "o", "z", "á", "Á", "à", "ä", "Ä", "å", "ç", "é", "è", "ê", "ñ", "ö", "ø", "ü", "ý", "ÿ", "ž", "š", "Š", "ł", "đ", "ð", "ß", "ss", "æ", "Æ", "ae", "œ", "oe",
        "þ", "a\u0301", "A\u0308", "e\u0323\u0302", "0", "1", "9", " ", "-", "_", ".", ",", "'", "\"", "@", "(", "$", "€", "~", "+", "–", "—", "“", "’", "•", "≤", "ª", "²", "\u00A0", "\u00AD", "ĳ", "ı", "İ", "ſ",
    ];

    [ReferenceTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Text_is_compared_alike(int strength)
    {
        var random = new Random(strength);
        await using var servers = await ServerPair.OpenAsync();
        var collation = $"\"collation\": {{\"locale\": \"en\", \"strength\": {strength}}}";
        var differences = new List<string>();
        for (var round = 0; round < Rounds; round++)
        {
            var texts = Enumerable.Range(0, 12).Select(_ => Text(random)).ToList();
            await servers.RunAsync(
                """{"delete": "a", "deletes": [{"q": {}, "limit": 0}]}""",
                $"{{\"insert\": \"a\", \"documents\": [{string.Join(", ", texts.Select((text, id) => $"{{\"_id\": {id}, \"s\": {text}, \"l\": [{texts[0]}, {text}], \"d\": {{\"s\": {text}}}}}"))}]}}");
            await servers.RunOnEmbeddedAsync("""{"createIndexes": "a", "indexes": [{"key": {"s": 1}, "name": "s"}, {"key": {"l": 1}, "name": "l"}]}""");
            foreach (var text in texts.Take(4))
            {
                string[] commands =
                [
                    $"{{\"find\": \"a\", \"filter\": {{}}, \"sort\": {{\"s\": 1, \"_id\": 1}}, \"projection\": {{\"s\": 1}}, {collation}}}",
                    $"{{\"find\": \"a\", \"filter\": {{\"s\": {{\"${Pick(random, "eq", "gt", "gte", "lt", "lte", "ne")}\": {text}}}}}, \"sort\": {{\"_id\": 1}}, {collation}}}",
                    $"{{\"find\": \"a\", \"filter\": {{\"$or\": [{{\"l\": {text}}}, {{\"d\": {{\"s\": {text}}}}}, {{\"s\": {{\"$in\": [{text}, 1]}}}}]}}, \"sort\": {{\"_id\": 1}}, {collation}}}",
                    $"{{\"count\": \"a\", \"query\": {{\"l\": {{\"$elemMatch\": {{\"$lt\": {text}}}}}}}, {collation}}}",
                    $"{{\"distinct\": \"a\", \"key\": \"s\", \"query\": {{}}, {collation}}}",
                    $"{{\"findAndModify\": \"a\", \"query\": {{\"s\": {{\"$lte\": {text}}}}}, \"sort\": {{\"s\": -1, \"_id\": 1}}, \"update\": {{\"$set\": {{\"x\": 1}}}}, {collation}}}",
                    $"{{\"update\": \"a\", \"updates\": [{{\"q\": {{\"s\": {text}}}, \"u\": {{\"$addToSet\": {{\"l\": {text}}}, \"$max\": {{\"d.s\": {texts[1]}}}}}, \"multi\": true, {collation}}}]}}",
                    $"{{\"update\": \"a\", \"updates\": [{{\"q\": {{}}, \"u\": {{\"$pull\": {{\"l\": {text}}}}}, \"multi\": true, {collation}}}]}}",
                    $"{{\"update\": \"a\", \"updates\": [{{\"q\": {{}}, \"u\": {{\"$push\": {{\"l\": {{\"$each\": [{text}], \"$sort\": 1}}}}}}, \"multi\": true, {collation}}}]}}",
                    $"{{\"delete\": \"a\", \"deletes\": [{{\"q\": {{\"s\": {text}}}, \"limit\": 1, {collation}}}]}}",
                    """{"find": "a", "sort": {"_id": 1}}""",
                ];
                var (embedded, reference) = await servers.RunAsync(commands);
                if (embedded != reference)
                {
                    differences.Add($"{text} of {string.Join(", ", texts)}\n{ServerPair.Show(embedded, reference)}");
                }
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} differ:\n{string.Join('\n', differences.Take(10))}");
    }

    // Few texts, so that they often differ at one level only.
    private static string Text(Random random) =>
        JsonSerializer.Serialize(string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(2) == 0 ? s_parts[random.Next(20)] : s_parts[random.Next(s_parts.Length)])));

    private static string Pick(Random random, params string[] choices) => choices[random.Next(choices.Length)];
}
