using OwnedData.GraphQL.Errors;

namespace OwnedData.Execution.Limits;

/// <summary>Before anything of an operation is bound: refuses it when it costs more than the limits, field cost first.</summary>
internal static class CostLimit
{
    /// <summary>Of the object that the root fields belong to.</summary>
    public static OperationCost Root { get; } = new(FieldCost: 0, TypeCost: 1);

    /// <summary>Null within the limits.</summary>
    public static GraphQLError? Check(OperationCost cost, OperationLimits limits)
    {
        if (cost.FieldCost > limits.FieldCost)
        {
            return Exceeded("field", cost.FieldCost, limits.FieldCost);
        }

        return cost.TypeCost > limits.TypeCost ? Exceeded("type", cost.TypeCost, limits.TypeCost) : null;
    }

    private static GraphQLError Exceeded(string kind, long cost, int maximum) => new(
        ErrorCatalog.CostExceeded,
        $"The maximum allowed {kind} cost was exceeded.",
        [],
        Extensions: [new($"{kind}Cost", cost), new(kind == "field" ? "maxFieldCost" : "maxTypeCost", maximum)]);
}
