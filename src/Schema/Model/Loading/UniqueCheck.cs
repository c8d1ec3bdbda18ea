using System.Collections.Immutable;
using OwnedData.Schema.Access;

namespace OwnedData.Schema.Model.Loading;

/// <summary>
/// Says whether a unique constraint tells somebody of documents that he may not read. One over the documents of several people does not where
/// who may write may read all it covers; one of each owner's does not where, besides, only the owner may change the values.
/// </summary>
internal static class UniqueCheck
{
    private static readonly AccessOperation[] Writes = [AccessOperation.Create, AccessOperation.Update];

    /// <summary>For a constraint over all documents of the type.</summary>
    public static bool IsHarmless(TypeAccess access, ImmutableArray<IndexKey> keys) => IsHarmless(access, keys, Writes, access.Allows);

    /// <summary>For a constraint over the documents of each owner: a new one is its maker's own, so that only changes by others could tell.</summary>
    public static bool IsHarmlessForOwners(StoredType type, ImmutableArray<IndexKey> keys) =>
        !type.Fields.Any(field => field.IsInUpdateInput && keys.Any(key => key.StoredPath.Split('.')[0] == field.StoredName))
        || !type.Access.Allows.Any(rule => IsForOthers(rule, type.Access) && rule.On.Contains(AccessOperation.Update))
        || IsHarmless(type.Access, keys, [AccessOperation.Update], type.Access.Allows.Where(rule => IsForOthers(rule, type.Access)));

    private static bool IsHarmless(TypeAccess access, ImmutableArray<IndexKey> keys, AccessOperation[] writes, IEnumerable<AllowRule> writers) =>
        access.Restricts.Where(rule => rule.On.Contains(AccessOperation.Read))
            .All(rule => IsWithinKeys(rule.Where, keys) && Array.TrueForAll(writes, operation => rule.On.Contains(operation) || !IsOpen(access, operation)))
        && access.Gates.Where(gate => gate.On.Contains(AccessOperation.Read)).All(gate => GuardsWrites(gate, access, writes))
        && writers.Where(rule => Array.Exists(writes, operation => rule.On.Contains(operation)))
            .All(writer => access.Allows.Any(reader => ReadsAll(reader, writer)));

    private static bool IsForOthers(AllowRule rule, TypeAccess access) =>
        !(rule.Where is Comparison { Operation: "eq", Path.Stored: var path, Operand: ViewerOperand { Value: var value } }
            && path == access.Owner?.StoredField && value == access.Owner.By);

    private static bool IsOpen(TypeAccess access, AccessOperation operation) => access.Allows.Any(rule => rule.On.Contains(operation));

    // A tenant's equality whose path is in the constraint: it is then unique for each tenant.
    private static bool IsWithinKeys(Condition condition, ImmutableArray<IndexKey> keys) => condition switch
    {
        Comparison { Operation: "eq", Path.Stored: var path, Operand: ViewerOperand } => keys.Any(key => key.StoredPath == path),
        AllOf all => all.Conditions.All(member => IsWithinKeys(member, keys)),
        _ => false,
    };

    private static bool GuardsWrites(Gate reader, TypeAccess access, AccessOperation[] writes) =>
        Array.TrueForAll(writes, operation =>
            !IsOpen(access, operation)
            || access.Gates.Any(gate => gate.On.Contains(operation) && gate.Policy == reader.Policy && gate.Roles.SequenceEqual(reader.Roles)));

    private static bool ReadsAll(AllowRule reader, AllowRule writer) =>
        reader.On.Contains(AccessOperation.Read)
        && reader.Where is null
        && (reader.Policy is null || reader.Policy == writer.Policy)
        && (reader.Roles.IsEmpty || (!writer.Roles.IsEmpty && writer.Roles.All(reader.Roles.Contains)));
}
