using OwnedData.GraphQL.Language;

namespace OwnedData.Execution.Limits;

/// <summary>How much one operation may ask for. docs/limits.md is the table of them.</summary>
/// <param name="Document">Of the text.</param>
/// <param name="SelectionDepth">Fields inside each other, fragments spread and introspection aside.</param>
/// <param name="Fields">Fields in total once all fragments are spread.</param>
/// <param name="Aliases">Fields under an alias once all fragments are spread; `__typename` is free, since Relay's compiler adds it under aliases.</param>
/// <param name="RootFields">Fields of the answer's first level.</param>
/// <param name="IntrospectionDepth">Fields inside each other from `__schema` or `__type` down.</param>
/// <param name="CycleDepth">How often one field of one type may stand on the way from the root to a field.</param>
/// <param name="FieldCost">See <see cref="OperationCost.FieldCost"/>.</param>
/// <param name="TypeCost">See <see cref="OperationCost.TypeCost"/>.</param>
/// <param name="NodeIds">Ids that one `nodes` takes.</param>
public sealed record OperationLimits(
    ParserLimits Document,
    int SelectionDepth = 15,
    int Fields = 2_000,
    int Aliases = 50,
    int RootFields = 20,
    int IntrospectionDepth = 20,
    int CycleDepth = 3,
    int FieldCost = 1_000,
    int TypeCost = 1_000,
    int NodeIds = 50)
{
    public static OperationLimits Default { get; } = new(ParserLimits.Default);
}
