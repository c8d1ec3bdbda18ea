using System.Collections.Frozen;
using OwnedData.Execution.Authorization;
using OwnedData.Schema.Access;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Planning;

/// <summary>What to fetch for `node` and `nodes`: one fetch and one set of gates for each stored type, by name.</summary>
internal static class NodeShapes
{
    public static FrozenDictionary<string, (DocumentFetch Fetch, GateSet Gates)> Create(FieldSelection selection, DataModel model) =>
        selection.Selections.ToFrozenDictionary(
            possible => possible.Type.Name,
            possible =>
            {
                var type = model.FindStoredType(possible.Type.Name)!;
                return (new DocumentFetch(type, DocumentShapeBuilder.Build(possible, type)), GateSet.Of(type, AccessOperation.Read));
            });
}
