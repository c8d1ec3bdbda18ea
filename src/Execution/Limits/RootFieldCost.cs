using System.Collections.Immutable;
using OwnedData.GraphQL.Coercion;

namespace OwnedData.Execution.Limits;

/// <summary>
/// What a root field costs on the values of one request. Weights are found when the plan is made; a request multiplies and adds. It
/// counts coerced values, so that a literal and a variable of the same value cost the same, and a variable that nothing uses costs nothing.
/// </summary>
/// <param name="Weight">Of the field and of one object of its type.</param>
/// <param name="Arguments">Those that cost something.</param>
/// <param name="Size">Null for a field that is no list and has no page.</param>
/// <param name="Selections">One for each type that it can give; none for a leaf.</param>
internal sealed record RootFieldCost(
    OperationCost Weight,
    ImmutableArray<ArgumentCost> Arguments,
    ListSize? Size,
    ImmutableArray<SelectionCost> Selections)
{
    public OperationCost Under(SelectionValues values, ArgumentValues arguments)
    {
        var items = Size?.Of(arguments) ?? 1;
        var count = Size is { SizedFields: [] } ? items : 1;
        var content = SelectionCost.Under(Selections, values, items);
        return new OperationCost(
            Weight.FieldCost + CostOf(arguments) + (count * content.FieldCost),
            count * (Weight.TypeCost + content.TypeCost));
    }

    private long CostOf(ArgumentValues arguments)
    {
        var total = 0L;
        foreach (var argument in Arguments)
        {
            if (arguments.TryGetValue(argument.Name, out var value) && value is not null)
            {
                total += argument.Weight + (argument.Type?.Of(value) ?? 0);
            }
        }

        return total;
    }
}
