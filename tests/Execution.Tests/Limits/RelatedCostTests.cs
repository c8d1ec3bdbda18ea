using OwnedData.Execution.Limits;
using OwnedData.Execution.Tests.References;

namespace OwnedData.Execution.Tests.Limits;

public sealed class RelatedCostTests
{
    [Theory]
    [InlineData("{ notes(first: 3) { nodes { notebook { name } } } }", 14, 8)]
    [InlineData("{ notes(first: 3) { nodes { notebook { shelf { label } } } } }", 17, 11)]
    [InlineData("{ notebooks(first: 2) { nodes { notes(first: 4) { title } } } }", 31, 12)]
    [InlineData("{ notebooks(first: 2) { nodes { notes { title } } } }", 31, 24)]
    [InlineData("{ notebooks(first: 2) { nodes { notes(first: 0) { title notebook { name } } } } }", 31, 4)]
    [InlineData("{ notebooks(first: 2) { nodes { notes(first: 4) { notebook { name } } } } }", 39, 20)]
    [InlineData("query ($no: Boolean = false) { notebooks(first: 2) { nodes { notes(first: 4) @include(if: $no) { title } } } }", 11, 4)]
    public async Task A_reference_costs_what_a_field_costs_and_its_other_side_a_fetch_and_as_many_as_it_gives(string query, int fieldCost, int typeCost)
    {
        using var api = await Library.CreateAsync();

        Assert.Equal(new OperationCost(fieldCost, typeCost), api.CostOf(query));
    }

    [Fact]
    public async Task A_variable_costs_what_its_value_does()
    {
        using var api = await Library.CreateAsync();

        Assert.Equal(
            api.CostOf("{ notebooks(first: 2) { nodes { notes(first: 4) { notebook { name } } } } }"),
            api.CostOf("query ($n: Int) { notebooks(first: 2) { nodes { notes(first: $n) { notebook { name } } } } }", """{ "n": 4 }"""));
    }
}
