using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Commands;
using OwnedData.Mongo.Embedded.Expressions;
using OwnedData.Mongo.Embedded.Projecting;
using OwnedData.Mongo.Embedded.Querying;

namespace OwnedData.Mongo.Embedded.Planning;

/// <summary>What a stage makes of one document without looking at any other: the stages that queries and updates share.</summary>
internal sealed class Shape
{
    private readonly Projection? _projection;
    private readonly Func<BsonDocument, BsonDocument>? _compute;

    private Shape(Projection? projection, Func<BsonDocument, BsonDocument>? compute)
    {
        _projection = projection;
        _compute = compute;
    }

    internal static Shape Of(Projection projection) => new(projection, compute: null);

    internal static Shape Of(Func<BsonDocument, BsonDocument> compute) => new(projection: null, compute);

    /// <summary>Refuses a document that a client could not read: too big or too deep.</summary>
    internal static BsonDocument Checked(BsonDocument document)
    {
        if (document.Span.Length > StoredDocument.MaximumLength)
        {
            throw new StoreException(StoreErrorCode.BsonObjectTooLarge, $"A stage made a document of {document.Span.Length} bytes; at most {StoredDocument.MaximumLength} are allowed");
        }

        Nesting.Check(document.Span);
        return document;
    }

    internal DocumentSource Open(DocumentSource source) => _projection is null ? new ComputedSource(source, Apply) : new ProjectedSource(source, _projection);

    internal BsonDocument Apply(BsonDocument document)
    {
        if (_projection is null)
        {
            return Checked(_compute!(document));
        }

        using var writer = new BsonWriter();
        _projection.Write(document.Span, writer);
        return writer.ToDocument();
    }
}
