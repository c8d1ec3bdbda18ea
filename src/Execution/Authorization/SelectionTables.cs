using OwnedData.Schema.Access;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Authorization;

/// <summary>What the fields of one operation share by index, so that a request evaluates it once and not for each field.</summary>
internal sealed class SelectionTables(DataModel model)
{
    public ConditionTable Conditions { get; } = new();

    public GateTable Gates { get; } = new();

    /// <summary>The index of the gates for reading a field of an object type; types that the model does not declare have none below the root.</summary>
    public int GateOf(string typeName, string fieldName) =>
        FindType(typeName) is { } type && type.TryGetField(fieldName, out var field) ? Gates.Add(GateSet.Of(field, AccessOperation.Read)) : Responses.ViewerGates.Open;

    private ModelType? FindType(string name) =>
        model.FindStoredType(name) ?? (ModelType?)model.EmbeddedTypes.FirstOrDefault(type => type.Name == name);
}
