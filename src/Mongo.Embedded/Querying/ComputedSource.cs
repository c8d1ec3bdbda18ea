using OwnedData.Bson;

namespace OwnedData.Mongo.Embedded.Querying;

/// <summary>A stage that makes each document a new one: `$addFields`, `$project` with expressions, `$replaceRoot`.</summary>
internal sealed class ComputedSource(DocumentSource source, Func<BsonDocument, BsonDocument> compute) : DocumentSource
{
    private BsonDocument _current;

    internal override ReadOnlySpan<byte> Current => _current.Span;

    internal override bool MoveNext()
    {
        if (!source.MoveNext())
        {
            return false;
        }

        _current = compute(new BsonDocument(source.Current.ToArray()));
        return true;
    }

    public override void Dispose() => source.Dispose();
}
