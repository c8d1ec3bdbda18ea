using System.Text;
using OwnedData.Execution.Limits;
using OwnedData.Execution.Planning;
using OwnedData.Execution.Tests.Support;

namespace OwnedData.Execution.Tests.Planning;

public sealed class PlanCacheTests
{
    private static readonly CallerTerms s_terms = new(SeesSchema: true, IsCostEnforced: true);

    private const int Capacity = 100;

    [Fact]
    public async Task A_flood_of_new_documents_stays_within_the_bound_and_leaves_the_plans_in_use()
    {
        var plan = await PlanAsync();
        var cache = new PlanCache(Capacity);
        PlanCache.Key[] used = [.. Enumerable.Range(0, 10).Select(number => KeyOf($"used {number}"))];
        Array.ForEach(used, key => cache.Add(key, plan));
        PlanCache.Key[] flood = [.. Enumerable.Range(0, 5000).Select(number => KeyOf($"new {number}"))];

        foreach (var key in flood)
        {
            Assert.All(used, inUse => Assert.True(cache.TryGet(inUse, out _)));
            cache.Add(key, plan);
        }

        Assert.InRange(flood.Concat(used).Count(key => cache.TryGet(key, out _)), used.Length + 1, Capacity);
    }

    [Fact]
    public async Task The_bound_holds_when_every_plan_is_in_use()
    {
        var plan = await PlanAsync();
        var cache = new PlanCache(Capacity);
        PlanCache.Key[] keys = [.. Enumerable.Range(0, 1000).Select(number => KeyOf($"{number}"))];

        foreach (var key in keys)
        {
            cache.Add(key, plan);
            cache.TryGet(key, out _);
        }

        Assert.InRange(keys.Count(key => cache.TryGet(key, out _)), 1, Capacity);
    }

    [Fact]
    public async Task The_bound_holds_under_concurrent_floods()
    {
        var plan = await PlanAsync();
        var cache = new PlanCache(Capacity);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(() =>
        {
            for (var number = 0; number < 2000; number++)
            {
                cache.Add(KeyOf($"{thread} {number}"), plan);
            }
        })));

        var kept = Enumerable.Range(0, 4).Sum(thread => Enumerable.Range(0, 2000).Count(number => cache.TryGet(KeyOf($"{thread} {number}"), out _)));
        Assert.InRange(kept, 1, Capacity + 4);
    }

    [Fact]
    public async Task A_document_is_planned_once_for_each_of_its_operations()
    {
        using var api = await Api.CreateAsync();
        var compiler = new OperationCompiler(api.Schema, OperationLimits.Default);
        var text = Encoding.UTF8.GetBytes("query A { notes { totalCount } } query B { contacts { totalCount } }");

        compiler.Compile(text, "A", s_terms).TryGetValue(out var first);
        compiler.Compile(text, "B", s_terms).TryGetValue(out var other);
        compiler.Compile(text, "A", s_terms).TryGetValue(out var again);

        Assert.Same(first, again);
        Assert.NotSame(first, other);
        Assert.False(compiler.Compile(text, null, s_terms).TryGetValue(out _));
        Assert.False(compiler.Compile(text, "C", s_terms).TryGetValue(out _));
    }

    private static PlanCache.Key KeyOf(string text) => PlanCache.KeyOf(Encoding.UTF8.GetBytes(text), null);

    private static async Task<OperationPlan> PlanAsync()
    {
        using var api = await Api.CreateAsync();
        return new OperationCompiler(api.Schema, OperationLimits.Default).Compile("{ viewer { subject } }"u8, null, s_terms).TryGetValue(out var plan)
            ? plan
            : throw new InvalidOperationException("The document has no plan.");
    }
}
