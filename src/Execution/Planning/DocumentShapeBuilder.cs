using OwnedData.Execution.Authorization;
using OwnedData.Execution.Responses;
using OwnedData.Schema.Access;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Planning;

/// <summary>Turns a selection on a model type into the output plan of its documents.</summary>
internal static class DocumentShapeBuilder
{
    /// <param name="isGone">True for the last image of a document that is no longer there.</param>
    public static DocumentShape Build(ObjectSelection selection, ModelType type, bool isGone = false) =>
        new(type.Name, [.. selection.Fields.Select(field => field.Rules is null ? BuildField(field, type) : BuildPermissions(field, isGone))]);

    // It is asked of the document as a whole; `_id` is the element that every document has.
    private static ShapeField BuildPermissions(FieldSelection selection, bool isGone) => new(
        selection.ResponseName,
        "_id",
        selection.Condition,
        new PermissionsShape(
            selection.Selection.Type.Name,
            [.. selection.Selection.Fields.Select(field => new PermissionField(field.ResponseName, field.Condition, OperationOf(field.Name)))],
            isGone ? null : selection.Rules));

    private static AccessOperation? OperationOf(string name) => name switch
    {
        "update" => AccessOperation.Update,
        "delete" => AccessOperation.Delete,
        _ => null,
    };

    private static ShapeField BuildField(FieldSelection selection, ModelType type)
    {
        if (selection.Name == "__typename")
        {
            return new ShapeField(selection.ResponseName, selection.Condition, type.Name);
        }

        if (selection.Name == "id" && type is StoredType stored)
        {
            return new ShapeField(selection.ResponseName, "_id", selection.Condition, new GlobalIdShape(stored.Name, stored.IdKind))
            {
                FieldName = "id",
                Locations = [selection.Node.Location],
            };
        }

        if (selection.Relation is { Inverse: not null } inverse)
        {
            // Who refers to a document is asked by its `_id`.
            return new ShapeField(selection.ResponseName, "_id", selection.Condition, new InverseShape(FetchOf(selection, inverse), inverse, selection.IsNullable))
            {
                FieldName = selection.Name,
                Gate = selection.Gate,
                Locations = [selection.Node.Location],
            };
        }

        type.TryGetField(selection.Name, out var field);
        return new ShapeField(selection.ResponseName, field!.StoredName, selection.Condition, BuildShape(field.Type, selection))
        {
            FieldName = field.Name,
            Gate = selection.Gate,
            Locations = [selection.Node.Location],
        };
    }

    private static DocumentFetch FetchOf(FieldSelection selection, Relation relation) =>
        new(relation.Target, Build(selection.Selection, relation.Target));

    private static FieldShape BuildShape(FieldType type, FieldSelection selection) => type switch
    {
        ScalarFieldType scalar => new ScalarShape(scalar.Kind, scalar.IsNullable),
        EnumFieldType named => new EnumShape(named.Enum, named.IsNullable),
        ListFieldType list => new ListShape(BuildShape(list.Element, selection), list.IsNullable),
        ReferenceFieldType reference => new ReferenceShape(FetchOf(selection, selection.Relation!), selection.Relation!, reference.IsNullable),
        EmbeddedFieldType embedded => new ObjectShape(Build(selection.Selection, embedded.Object), embedded.IsNullable),
        _ => throw new System.Diagnostics.UnreachableException($"No shape for {type}."),
    };
}
