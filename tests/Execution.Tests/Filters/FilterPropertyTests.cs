using System.Text.Json;
using OwnedData.Execution.Tests.Support;

namespace OwnedData.Execution.Tests.Filters;

public sealed class FilterPropertyTests
{
    private const string Query = "query ($where: ItemFilterInput) { items(first: 1000, where: $where) { nodes { key } totalCount } }";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task A_filter_selects_what_an_independent_evaluator_selects(int seed)
    {
        const int Documents = 60;
        const int Filters = 400;
        var random = new RandomFilters(new Random(seed));
        using var api = await Api.CreateAsync(FilterModel.Text, limits: Api.WithoutCostLimits);
        var documents = Enumerable.Range(0, Documents).Select(_ => random.Document("Item")).ToList();
        await api.InsertAsync("items", [.. documents.Select((document, key) => Stored(random, document, key, "alice"))]);
        await api.InsertAsync("items", [.. documents.Select((document, key) => Stored(random, document, key + 1000, "bob"))]);
        var selected = 0;
        for (var index = 0; index < Filters; index++)
        {
            var where = random.Where("Item", depth: 3);
            var json = RandomFilters.ToJson(where, "Item");
            List<int> expected = [.. Enumerable.Range(0, Documents).Where(key => FilterEvaluator.Matches(documents[key], where, "Item"))];

            var response = await api.RunAsync(Query, Api.Alice, $$"""{"where":{{json}}}""");

            var nodes = string.Join(',', expected.Select(key => $"{{\"key\":{key}}}"));
            var answer = $"{{\"data\":{{\"items\":{{\"nodes\":[{nodes}],\"totalCount\":{expected.Count}}}}}}}";
            Assert.True(answer == response, $"where: {json}\nexpected: {answer}\nactual:   {response}\n{Difference(response, expected, documents, random)}");
            selected += expected.Count;
        }

        // Neither nothing nor everything: the filters must have had something to decide.
        Assert.InRange(selected, Filters * Documents / 20, Filters * Documents * 19 / 20);
    }

    private static string Stored(RandomFilters random, Dictionary<string, object?> document, int key, string owner) =>
        $$"""{"_id":{"$oid":"{{key:x24}}"},"owner_id":"{{owner}}","key":{{key % 1000}},{{random.ToExtendedJson(document, "Item")[1..]}}""".Replace(",}", "}", StringComparison.Ordinal);

    private static string Difference(string response, List<int> expected, List<Dictionary<string, object?>> documents, RandomFilters random)
    {
        using var json = JsonDocument.Parse(response);
        if (!json.RootElement.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Object || data.GetProperty("items").ValueKind != JsonValueKind.Object)
        {
            return "";
        }

        var actual = data.GetProperty("items").GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("key").GetInt32()).ToList();
        var wrong = actual.Except(expected).Concat(expected.Except(actual)).DefaultIfEmpty(-1).First();
        return wrong < 0 ? "" : $"for example {wrong}: {random.ToExtendedJson(documents[wrong], "Item")}";
    }
}
