using System.Text;
using OwnedData.Execution.Limits;
using OwnedData.Execution.Tests.Support;

namespace OwnedData.Execution.Tests.Planning;

/// <summary>Documents that are there from the start keep their plans, whatever else is compiled.</summary>
public sealed class PreparedDocumentTests
{
    [Fact]
    public async Task Plans_are_the_same_objects_after_a_flood_of_other_documents()
    {
        using var api = await Api.CreateAsync();
        var compiler = new OperationCompiler(api.Schema, OperationLimits.Default, cachedPlans: 4);
        Assert.True(compiler.Prepare("query A { __typename } query B { other: __typename }"u8).TryGetValue(out var document));
        Assert.True(document.GetPlan("A").TryGetValue(out var first));
        Assert.True(document.GetPlan("B").TryGetValue(out var second));

        for (var number = 0; number < 100; number++)
        {
            Assert.True(compiler.Compile(Encoding.UTF8.GetBytes($"{{ a{number}: __typename }}"), operationName: null, new CallerTerms(SeesSchema: true, IsCostEnforced: true)).TryGetValue(out _));
        }

        Assert.True(document.GetPlan("A").TryGetValue(out var firstAgain));
        Assert.Same(first, firstAgain);
        Assert.True(document.GetPlan("B").TryGetValue(out var secondAgain));
        Assert.Same(second, secondAgain);
        Assert.NotSame(first, second);
        Assert.Equal("Must provide operation name if query contains multiple operations.", Assert.Single(document.GetPlan(null).Errors).Message);
        Assert.Equal("Unknown operation named \"C\".", Assert.Single(document.GetPlan("C").Errors).Message);
    }

    [Fact]
    public async Task Every_operation_is_checked()
    {
        using var api = await Api.CreateAsync();
        var compiler = new OperationCompiler(api.Schema, OperationLimits.Default, cachedPlans: 4);

        Assert.Equal(
            "Cannot query field \"nothing\" on type \"Query\".",
            Assert.Single(compiler.Prepare("query A { __typename } query B { nothing }"u8).Errors).Message);
    }
}
