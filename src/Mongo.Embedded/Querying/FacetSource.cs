using System.Collections.Immutable;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Commands;
using OwnedData.Mongo.Embedded.Planning;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Querying;

/// <summary>`$facet`: one document with what each of several pipelines makes of the documents. What it keeps is bounded (code 146), and so is what it makes.</summary>
internal sealed class FacetSource(
    DocumentSource source, ImmutableArray<(byte[] Name, ImmutableArray<LaterStage> Stages)> facets, Connection connection, OperationContext context) : DocumentSource
{
    private const long MaximumBytes = 100L << 20;

    private readonly BsonWriter _writer = new();
    private bool _isDone;

    internal override ReadOnlySpan<byte> Current => _writer.WrittenSpan;

    internal override bool MoveNext()
    {
        if (_isDone)
        {
            return false;
        }

        _isDone = true;
        var documents = ReadAll();
        _writer.WriteStartDocument();
        foreach (var (name, stages) in facets)
        {
            _writer.WriteStartArray(name);
            WriteFacet(documents, stages);
            _writer.WriteEndArray();
        }

        _writer.WriteEndDocument();
        return true;
    }

    public override void Dispose()
    {
        source.Dispose();
        _writer.Dispose();
    }

    private ImmutableArray<BsonDocument> ReadAll()
    {
        var documents = ImmutableArray.CreateBuilder<BsonDocument>();
        var bytes = 0L;
        while (source.MoveNext())
        {
            documents.Add(new BsonDocument(source.Current.ToArray()));
            bytes += source.Current.Length;
            if (bytes > MaximumBytes)
            {
                throw new StoreException(StoreErrorCode.ExceededExpressionMemory, $"$facet exceeded its memory limit of {MaximumBytes} bytes");
            }
        }

        return documents.ToImmutable();
    }

    private void WriteFacet(ImmutableArray<BsonDocument> documents, ImmutableArray<LaterStage> stages)
    {
        DocumentSource facet = new ListedSource(documents);
        foreach (var stage in stages)
        {
            facet = stage.Open(facet, connection, context);
        }

        using (facet)
        {
            while (facet.MoveNext())
            {
                context.CountRead();
                _writer.WriteDocument(facet.Current);
                if (_writer.WrittenCount > StoredDocument.MaximumLength)
                {
                    throw new StoreException(StoreErrorCode.BsonObjectTooLarge, $"$facet made a document of more than {StoredDocument.MaximumLength} bytes");
                }
            }
        }
    }
}
