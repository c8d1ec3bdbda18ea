using OwnedData.Execution.Responses;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Planning;

/// <summary>How documents of one type are fetched and shaped.</summary>
internal sealed class DocumentFetch(StoredType type, DocumentShape shape)
{
    public StoredType Type { get; } = type;

    public DocumentShape Shape { get; } = shape;

    public ShapeProjection Projection { get; } = new(shape);
}
