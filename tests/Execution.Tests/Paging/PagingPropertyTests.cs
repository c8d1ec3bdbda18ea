using System.Text.Json;
using OwnedData.Execution.Tests.Support;

namespace OwnedData.Execution.Tests.Paging;

public sealed class PagingPropertyTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Pages_together_are_the_whole_list_in_order_without_gaps_or_repetitions(int seed)
    {
        var random = new Random(seed);
        var model = new PagingModel(random);
        using var api = await Api.CreateAsync(PagingModel.Model);
        var rows = Enumerable.Range(0, 50).Select(_ => model.NewRow()).ToList();
        await PagingModel.StoreAsync(api, "alice", rows);
        await PagingModel.StoreAsync(api, "bob", Enumerable.Range(0, 20).Select(_ => model.NewRow()));
        for (var round = 0; round < 60; round++)
        {
            var order = model.NewOrder();
            rows.Sort((left, right) => PagingModel.Compare(left, right, order));
            List<int> expected = [.. rows.Select(row => (int)row["key"]!)];
            var isBackward = random.Next(2) == 0;

            var actual = await WalkAsync(api, order, isBackward, () => random.Next(1, 12));

            Assert.True(expected.SequenceEqual(actual), $"{PagingModel.ToGraphQL(order)} backward {isBackward}\nexpected {string.Join(' ', expected)}\nactual   {string.Join(' ', actual)}");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Changes_between_pages_repeat_nothing_and_lose_nothing_that_stayed(int seed)
    {
        var random = new Random(seed);
        var model = new PagingModel(random);
        for (var round = 0; round < 15; round++)
        {
            using var api = await Api.CreateAsync(PagingModel.Model);
            var rows = Enumerable.Range(0, 30).Select(_ => model.NewRow()).ToList();
            await PagingModel.StoreAsync(api, "alice", rows);
            var stayed = rows.ToList();
            var all = rows.ToDictionary(row => (int)row["key"]!);
            var order = model.NewOrder();

            var seen = await WalkAsync(api, order, random.Next(2) == 0, () => random.Next(1, 5), async () =>
            {
                var gone = stayed[random.Next(stayed.Count)];
                stayed.Remove(gone);
                await PagingModel.DeleteAsync(api, gone);
                var added = model.NewRow();
                all.Add((int)added["key"]!, added);
                await PagingModel.StoreAsync(api, "alice", [added]);
            });

            Assert.Equal(seen.Count, seen.Distinct().Count());
            Assert.Empty(stayed.Select(row => (int)row["key"]!).Except(seen));
            Assert.All(seen.Zip(seen.Skip(1)), pair => Assert.True(PagingModel.Compare(all[pair.First], all[pair.Second], order) < 0));
        }
    }

    /// <summary>The keys of all pages in the order of the list, whichever end it was read from; checks what each page says of its neighbours.</summary>
    private static async Task<List<int>> WalkAsync(
        Api api, (string Field, bool IsDescending)[] order, bool isBackward, Func<int> nextSize, Func<Task>? betweenPages = null)
    {
        var keys = new List<int>();
        var cursor = "null";
        while (true)
        {
            var size = nextSize();
            var arguments = isBackward ? $"last: {size}, before: $cursor" : $"first: {size}, after: $cursor";
            var response = await api.RunAsync(
                $"query ($cursor: String) {{ rows({arguments}, order: {PagingModel.ToGraphQL(order)}) {{ edges {{ cursor node {{ key }} }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} }}",
                Api.Alice,
                $$"""{"cursor":{{cursor}}}""");
            using var json = JsonDocument.Parse(response);
            Assert.True(!json.RootElement.TryGetProperty("errors", out _), response);
            var connection = json.RootElement.GetProperty("data").GetProperty("rows");
            var edges = connection.GetProperty("edges").EnumerateArray().ToList();
            var pageInfo = connection.GetProperty("pageInfo");
            keys.InsertRange(isBackward ? 0 : keys.Count, edges.Select(edge => edge.GetProperty("node").GetProperty("key").GetInt32()));
            Assert.Equal(edges.Select(edge => edge.GetProperty("cursor").GetString()).FirstOrDefault(), pageInfo.GetProperty("startCursor").GetString());
            Assert.Equal(edges.Select(edge => edge.GetProperty("cursor").GetString()).LastOrDefault(), pageInfo.GetProperty("endCursor").GetString());
            Assert.Equal(cursor != "null", pageInfo.GetProperty(isBackward ? "hasNextPage" : "hasPreviousPage").GetBoolean());
            if (!pageInfo.GetProperty(isBackward ? "hasPreviousPage" : "hasNextPage").GetBoolean())
            {
                return keys;
            }

            Assert.Equal(size, edges.Count);
            cursor = pageInfo.GetProperty(isBackward ? "startCursor" : "endCursor").GetRawText();
            await (betweenPages?.Invoke() ?? Task.CompletedTask);
        }
    }
}
