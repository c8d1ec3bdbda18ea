using System.Collections.Immutable;
using OwnedData.Bson;

namespace OwnedData.Mongo.Embedded.Querying;

/// <summary>Documents that are there already.</summary>
internal sealed class ListedSource(ImmutableArray<BsonDocument> documents) : DocumentSource
{
    private int _position = -1;

    internal override ReadOnlySpan<byte> Current => documents[_position].Span;

    internal override bool MoveNext() => ++_position < documents.Length;

    public override void Dispose()
    {
    }
}
