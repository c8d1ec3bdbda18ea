using System.Collections.Immutable;
using OwnedData.Bson;
using OwnedData.Execution.Responses;

namespace OwnedData.Execution.Planning;

/// <summary>The projection for documents that are written in some shapes: made once for viewers who pass all gates, and per request for the others.</summary>
internal sealed class ShapeProjection
{
    private readonly ImmutableArray<DocumentShape> _shapes;
    private readonly Projection _whole;
    private readonly BsonDocument _wholeDocument;

    public ShapeProjection(params IEnumerable<DocumentShape> shapes)
    {
        _shapes = [.. shapes];
        _whole = Projection.Of(_shapes, gates: default);
        _wholeDocument = _whole.ToDocument();
    }

    /// <summary>What this viewer may read of the shapes.</summary>
    public BsonDocument For(ViewerGates gates) => gates.AllPass ? _wholeDocument : Projection.Of(_shapes, gates).ToDocument();

    /// <summary>The same and some more paths.</summary>
    public BsonDocument For(ViewerGates gates, IEnumerable<string> morePaths) =>
        (gates.AllPass ? _whole : Projection.Of(_shapes, gates)).With(morePaths).ToDocument();

    /// <summary>The projection for viewers who pass all gates, for <see cref="PlanText"/>.</summary>
    public override string ToString() => _wholeDocument.ToString();
}
