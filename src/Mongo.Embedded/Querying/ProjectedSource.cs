using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Projecting;

namespace OwnedData.Mongo.Embedded.Querying;

/// <summary>`projection`: writes the wanted fields of each document into one buffer that is used again for the next.</summary>
internal sealed class ProjectedSource(DocumentSource source, Projection projection) : DocumentSource
{
    private readonly BsonWriter _writer = new();

    internal override ReadOnlySpan<byte> Current => _writer.WrittenSpan;

    internal override bool MoveNext()
    {
        if (!source.MoveNext())
        {
            return false;
        }

        _writer.Reset();
        projection.Write(source.Current, _writer);
        return true;
    }

    public override void Dispose()
    {
        source.Dispose();
        _writer.Dispose();
    }
}
