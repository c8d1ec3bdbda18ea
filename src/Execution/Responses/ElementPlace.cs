namespace OwnedData.Execution.Responses;

/// <summary>What an error says of a value: the stored document, the type within it, and the field.</summary>
internal readonly ref struct ElementPlace(ReadOnlySpan<byte> document, DocumentShape owner, ShapeField field)
{
    public ReadOnlySpan<byte> Document { get; } = document;

    public DocumentShape Owner { get; } = owner;

    public ShapeField Field { get; } = field;
}
