using System.Collections.Immutable;
using OwnedData.Schema.Access;

namespace OwnedData.Schema.Model.Loading;

/// <summary>Says whether a unique constraint over the documents of several people tells one of them about another's: who may write it may read all it covers.</summary>
internal static class UniqueCheck
{
    private static readonly AccessOperation[] Writes = [AccessOperation.Create, AccessOperation.Update];

    public static bool IsHarmless(TypeAccess access, ImmutableArray<IndexKey> keys) =>
        access.Restricts.Where(rule => rule.On.Contains(AccessOperation.Read)).All(rule => IsWithinKeys(rule.Where, keys))
        && access.Gates.Where(gate => gate.On.Contains(AccessOperation.Read)).All(gate => GuardsWrites(gate, access))
        && access.Allows.Where(rule => rule.On.Contains(AccessOperation.Create) || rule.On.Contains(AccessOperation.Update))
            .All(writer => access.Allows.Any(reader => ReadsAll(reader, writer)));

    // A tenant's equality whose path is in the constraint: it is then unique for each tenant.
    private static bool IsWithinKeys(Condition condition, ImmutableArray<IndexKey> keys) => condition switch
    {
        Comparison { Operation: "eq", Path.Stored: var path, Operand: ViewerOperand } => keys.Any(key => key.StoredPath == path),
        AllOf all => all.Conditions.All(member => IsWithinKeys(member, keys)),
        _ => false,
    };

    private static bool GuardsWrites(Gate reader, TypeAccess access) =>
        Array.TrueForAll(Writes, operation =>
            !access.Allows.Any(rule => rule.On.Contains(operation))
            || access.Gates.Any(gate => gate.On.Contains(operation) && gate.Policy == reader.Policy && gate.Roles.SequenceEqual(reader.Roles)));

    private static bool ReadsAll(AllowRule reader, AllowRule writer) =>
        reader.On.Contains(AccessOperation.Read)
        && reader.Where is null
        && (reader.Policy is null || reader.Policy == writer.Policy)
        && (reader.Roles.IsEmpty || (!writer.Roles.IsEmpty && writer.Roles.All(reader.Roles.Contains)));
}
