using OwnedData.Bson;

namespace OwnedData.Execution.Responses;

/// <summary>Where a selected element's value lies in its document; the default value is an element that the document does not have.</summary>
internal readonly record struct ElementSlot(BsonType Type, int Offset, int Length)
{
    /// <summary>The value; the default <see cref="BsonValue"/> for a missing element.</summary>
    public BsonValue ValueIn(ReadOnlySpan<byte> document) => Type == default ? default : new BsonValue(Type, document.Slice(Offset, Length));
}
