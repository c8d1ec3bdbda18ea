using FsCheck;
using FsCheck.Fluent;
using OwnedData.Execution.Tests.Support;

namespace OwnedData.Execution.Tests.Limits;

public sealed class CostPropertyTests
{
    [Fact]
    public async Task Literals_and_variables_of_the_same_values_cost_the_same()
    {
        using var api = await Api.CreateAsync();
        var costs = new HashSet<long>();

        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), CostsTheSame).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

        // The requests must have differed.
        Assert.True(costs.Count > 20);

        bool CostsTheSame(int seed)
        {
            var request = new RandomRequest(seed);
            var literal = api.CostOf(request.Literal);
            costs.Add(literal.FieldCost);
            return literal == api.CostOf(request.WholeVariables, request.WholeValues) && literal == api.CostOf(request.OperandVariables, request.OperandValues);
        }
    }
}
