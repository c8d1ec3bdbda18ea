using OwnedData.Bson;
using OwnedData.Execution.Responses;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Ids;

/// <summary>An `_id` where it lies in a fetched document, as the key that other documents are found by: valid as long as its document.</summary>
internal readonly struct StoredId(BsonType type, ReadOnlyMemory<byte> bytes)
{
    public BsonValue Value => new(type, bytes.Span);

    /// <summary>Whether a stored value can be an id of a collection of that kind: nothing else of a document goes into a filter.</summary>
    public static bool Fits(BsonValue value, IdKind kind) => kind switch
    {
        IdKind.ObjectId => value.Type == BsonType.ObjectId,
        IdKind.Uuid => UuidBytes.TryRead(value, out _),
        IdKind.String => value.Type == BsonType.String,
        _ => NumberWriter.TryReadInteger(value, out _),
    };
}
