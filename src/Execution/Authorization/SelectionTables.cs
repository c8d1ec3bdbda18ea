using OwnedData.Execution.Access.Rules;
using OwnedData.Execution.Responses;
using OwnedData.Schema.Access;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Authorization;

/// <summary>What the fields of one operation share by index, so that a request evaluates it once and not for each field.</summary>
internal sealed class SelectionTables(DataModel model, AccessRules rules)
{
    public ConditionTable Conditions { get; } = new();

    public GateTable Gates { get; } = new();

    /// <summary>How many selections give other documents.</summary>
    public int RelationCount { get; private set; }

    /// <summary>
    /// What the model says of one selection of a field: the index of the gates for reading it, which documents it gives, if others, and for
    /// `can` the rules that answer it. Types that the model does not declare have no gates below the root.
    /// </summary>
    public (int Gate, Relation? Relation, TypeRules? Rules) Add(string typeName, string fieldName)
    {
        var type = FindType(typeName);
        if (type is StoredType stored && stored.Inverses.FirstOrDefault(one => one.Name == fieldName) is { } inverse)
        {
            return (Gates.Add(GateSet.Of(inverse)), AddRelation(stored.IdKind, inverse.Type, inverse), null);
        }

        if (type is null || !type.TryGetField(fieldName, out var field))
        {
            return (ViewerGates.Open, null, fieldName == "can" && type is StoredType permitted ? rules.Of(permitted.Collection) : null);
        }

        var reference = field.Type as ReferenceFieldType;
        return (Gates.Add(GateSet.Of(field, AccessOperation.Read)), reference is null ? null : AddRelation(reference.Target.IdKind, reference.Target, null), null);

        Relation AddRelation(IdKind idKind, StoredType target, InverseField? inverse) =>
            new(RelationCount++, $"{typeName}.{fieldName}", idKind, target, inverse);
    }

    private ModelType? FindType(string name) =>
        model.FindStoredType(name) ?? (ModelType?)model.EmbeddedTypes.FirstOrDefault(type => type.Name == name);
}
