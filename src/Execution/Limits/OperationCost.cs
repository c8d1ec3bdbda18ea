namespace OwnedData.Execution.Limits;

/// <summary>What a request costs, by the published `@cost` and `@listSize` on the values it gives.</summary>
/// <param name="FieldCost">Work: fields that are fetched, and the filters and orders of their pages.</param>
/// <param name="TypeCost">Size: the objects that the answer can have.</param>
public readonly record struct OperationCost(long FieldCost, long TypeCost)
{
    public static OperationCost operator +(OperationCost left, OperationCost right) =>
        new(left.FieldCost + right.FieldCost, left.TypeCost + right.TypeCost);

    public static OperationCost operator -(OperationCost left, OperationCost right) =>
        new(left.FieldCost - right.FieldCost, left.TypeCost - right.TypeCost);

    public static OperationCost operator *(OperationCost cost, long times) => new(cost.FieldCost * times, cost.TypeCost * times);

    /// <summary>The larger of each.</summary>
    internal static OperationCost Max(OperationCost left, OperationCost right) =>
        new(Math.Max(left.FieldCost, right.FieldCost), Math.Max(left.TypeCost, right.TypeCost));
}
