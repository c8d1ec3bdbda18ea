using System.Collections.Immutable;
using OwnedData.Bson;
using OwnedData.Execution.Access;
using OwnedData.Execution.Authorization;
using OwnedData.Execution.Binding;
using OwnedData.Execution.Responses;
using OwnedData.Schema.Access;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Planning;

/// <summary>The output plan of a mutation's payload: the document, the errors, or both names in any order.</summary>
internal sealed class PayloadShape
{
    private PayloadShape(string typeName, ImmutableArray<(FieldSelection Selection, DocumentShape? Document)> fields, StoredType type)
    {
        (TypeName, Fields) = (typeName, fields);
        ReadGates = GateSet.Of(type, AccessOperation.Read);
        Projection = new ShapeProjection(fields.Select(field => field.Document).OfType<DocumentShape>());
    }

    /// <summary>The payload's type, for `__typename`.</summary>
    public string TypeName { get; }

    /// <summary>In response order; with a shape where the field is the document.</summary>
    public ImmutableArray<(FieldSelection Selection, DocumentShape? Document)> Fields { get; }

    /// <summary>Who may write may not read for that: the document in the payload has the gates of every other read.</summary>
    public GateSet ReadGates { get; }

    /// <summary>What the document's fields need.</summary>
    public ShapeProjection Projection { get; }

    /// <summary>The document in all shapes that it is written in; none when the viewer may not read it.</summary>
    public IEnumerable<FetchedDocuments> Fetched(BsonDocument? document, Viewer viewer) => document is { } fetched && ReadGates.Check(viewer) is null
        ? Fields.Where(field => field.Document is not null).Select(field => new FetchedDocuments([fetched], field.Document!))
        : [];

    public static PayloadShape Build(ObjectSelection selection, StoredType type, bool isGone = false) => new(
        selection.Type.Name,
        [.. selection.Fields.Select(field => (field, field.Name is "errors" or "__typename" ? null : DocumentShapeBuilder.Build(field.Selection, type, isGone)))],
        type);
}
