namespace OwnedData.Bson;

/// <summary>
/// The raw bytes of one document on the heap: what commands, stores and plans hand to each other. Only its length and last byte are known to be
/// right;
/// whatever comes from outside goes through <see cref="BsonValidator"/> first. The default value is the empty document.
/// </summary>
public readonly struct BsonDocument : IEquatable<BsonDocument>
{
    private static readonly byte[] s_empty = [5, 0, 0, 0, 0];

    private readonly ReadOnlyMemory<byte> _memory;

    /// <summary>Takes exactly one document, uncopied: the bytes must not change while this value is in use.</summary>
    public BsonDocument(ReadOnlyMemory<byte> memory)
    {
        if (BsonLayout.MeasureDocument(memory.Span, offset: 0) != memory.Length)
        {
            BsonException.Throw("Bytes follow the end of the document", offset: 0);
        }

        _memory = memory;
    }

    public static BsonDocument Empty => default;

    public ReadOnlyMemory<byte> Memory => _memory.IsEmpty ? s_empty : _memory;

    public ReadOnlySpan<byte> Span => Memory.Span;

    /// <summary>Whether the document has no elements.</summary>
    public bool IsEmpty => Span.Length == BsonLayout.MinimumDocumentLength;

    public static bool operator ==(BsonDocument left, BsonDocument right) => left.Equals(right);

    public static bool operator !=(BsonDocument left, BsonDocument right) => !left.Equals(right);

    /// <inheritdoc cref="ExtendedJson.Parse"/>
    public static BsonDocument Parse(string extendedJson) => ExtendedJson.Parse(extendedJson);

    /// <summary>Finds the first element of this level with exactly this name (no dotted paths).</summary>
    public bool TryGetValue(scoped ReadOnlySpan<byte> name, out BsonValue value)
    {
        var reader = new BsonReader(Span);
        while (reader.Read())
        {
            if (reader.NameSpan.SequenceEqual(name))
            {
                value = reader.Value;
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>Whether the bytes are the same.</summary>
    public bool Equals(BsonDocument other) => Span.SequenceEqual(other.Span);

    public override bool Equals(object? obj) => obj is BsonDocument other && Equals(other);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(Span);
        return hash.ToHashCode();
    }

    /// <summary>Relaxed Extended JSON; throws <see cref="BsonException"/> where the bytes are malformed.</summary>
    public override string ToString() => ExtendedJson.Write(Span, canonical: false);
}
