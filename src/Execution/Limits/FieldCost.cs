using System.Collections.Immutable;
using OwnedData.Execution.Responses;

namespace OwnedData.Execution.Limits;

/// <summary>What a field below the root costs.</summary>
/// <param name="Condition">Index into the operation's conditions.</param>
/// <param name="Weight">Of the field and of one object of its type.</param>
/// <param name="HoldsItems">Whether it is one of the `sizedFields` of the page that it belongs to.</param>
/// <param name="Inverse">The index of the relation that says how long the list is; null for what is no list of documents.</param>
/// <param name="Selections">One for each type that it can give; none for a leaf.</param>
internal sealed record FieldCost(int Condition, OperationCost Weight, bool HoldsItems, int? Inverse, ImmutableArray<SelectionCost> Selections)
{
    /// <summary>Whether it costs nothing whatever the request, as leaves do.</summary>
    public bool IsFree => Weight == default && Selections.IsEmpty;

    /// <summary>Whether it is the same for all requests but for the page size.</summary>
    public bool IsFixed => Condition == ConditionSet.Always && Inverse is null && Selections.All(selection => selection.Conditional.IsEmpty);

    public OperationCost Under(SelectionValues values, long items)
    {
        var count = Inverse is { } relation ? values.Sizes.Of(relation) : HoldsItems ? items : 1;
        var content = SelectionCost.Under(Selections, values, items: 1);
        return new OperationCost(Weight.FieldCost + (count * content.FieldCost), count * (Weight.TypeCost + content.TypeCost));
    }
}
