using System.Collections.Immutable;
using OwnedData.Execution.Authorization;
using OwnedData.Execution.Responses;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Planning;

/// <summary>The output plan of a connection: its selected fields in order, with the shapes of their nodes.</summary>
internal sealed class ConnectionShape(string typeName, ImmutableArray<ConnectionShapeField> fields)
{
    /// <summary>The type of the nodes.</summary>
    public string TypeName { get; } = typeName;

    public ImmutableArray<ConnectionShapeField> Fields { get; } = fields;

    public static ConnectionShape Build(ObjectSelection selection, StoredType type) =>
        new(type.Name, [.. selection.Fields.Select(field => BuildField(field, type))]);

    /// <summary>All shapes that documents of the page are written in.</summary>
    public IEnumerable<DocumentShape> NodeShapes() =>
        Fields.SelectMany(field => field.Inner.Prepend(field)).Select(field => field.Node).OfType<DocumentShape>();

    public ConnectionNeeds NeedsUnder(ConditionSet conditions)
    {
        var needs = ConnectionNeeds.None;
        foreach (var field in Fields)
        {
            if (!conditions.Includes(field.Selection.Condition) || field.Selection.Name == "__typename")
            {
                continue;
            }

            needs |= field.Selection.Name == "totalCount" ? ConnectionNeeds.Count : ConnectionNeeds.Documents;
            foreach (var inner in field.Inner)
            {
                if (conditions.Includes(inner.Selection.Condition) && inner.Selection.Name is "cursor" or "startCursor" or "endCursor")
                {
                    needs |= ConnectionNeeds.Cursors;
                }
            }
        }

        return needs;
    }

    private static ConnectionShapeField BuildField(FieldSelection selection, StoredType type) => selection.Name switch
    {
        "nodes" or "node" => new(selection, DocumentShapeBuilder.Build(selection.Selection, type), []),
        "edges" or "pageInfo" => new(selection, null, [.. selection.Selection.Fields.Select(inner => BuildField(inner, type))]),
        _ => new(selection, null, []),
    };
}
