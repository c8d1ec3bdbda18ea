using System.Collections.Immutable;

namespace OwnedData.Execution.Limits;

/// <summary>What a selection set costs, summed up when the plan is made as far as neither page size nor variables matter.</summary>
/// <param name="Once">Of the fields that are always selected.</param>
/// <param name="PerItem">Of those that hold the items of a page: for each item.</param>
/// <param name="Conditional">The fields that are selected under conditions, or that have such fields in them.</param>
internal sealed record SelectionCost(OperationCost Once, OperationCost PerItem, ImmutableArray<FieldCost> Conditional)
{
    /// <summary>Under the request's values, with so many items on the page whose fields these are.</summary>
    public OperationCost Under(SelectionValues values, long items)
    {
        var total = Once + (PerItem * items);
        foreach (var field in Conditional)
        {
            if (values.Conditions.Includes(field.Condition))
            {
                total += field.Under(values, items);
            }
        }

        return total;
    }

    /// <summary>Of a value that has one of several types: the dearest counts.</summary>
    public static OperationCost Under(ImmutableArray<SelectionCost> alternatives, SelectionValues values, long items)
    {
        var dearest = default(OperationCost);
        foreach (var selection in alternatives)
        {
            dearest = OperationCost.Max(dearest, selection.Under(values, items));
        }

        return dearest;
    }
}
