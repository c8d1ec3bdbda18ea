using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Projecting;

/// <summary>A parsed projection: writes the wanted fields of each document that a command answers with, in the document's order. Allocates nothing per document.</summary>
internal sealed class Projection
{
    private readonly ProjectionNode _root;
    private readonly bool _isInclusion;
    private readonly bool _keepsId;
    private readonly bool _isIdWhole;

    private Projection(ProjectionParser parser)
    {
        _root = parser.Paths.Root;
        _isInclusion = parser.IsInclusion ?? parser.IncludesId ?? false;
        _keepsId = parser.IncludesId ?? true;
        _isIdWhole = _root.Find("_id"u8) is null or { IsLeaf: true };
    }

    /// <summary>Throws <see cref="StoreException"/> with MongoDB's code where the projection is none. The empty document keeps everything.</summary>
    internal static Projection Parse(BsonDocument projection)
    {
        var parser = new ProjectionParser();
        parser.Parse(projection.Span, prefix: "");
        return new Projection(parser);
    }

    /// <summary>An inclusion beside fields that a stage computes at these paths; of what lies there nothing is kept.</summary>
    internal static Projection Parse(BsonDocument inclusion, IEnumerable<FieldPath> computed)
    {
        var parser = new ProjectionParser { IsInclusion = true };
        parser.Parse(inclusion.Span, prefix: "");
        foreach (var path in computed)
        {
            parser.Paths.AddComputed(path);
        }

        return new Projection(parser);
    }

    internal void Write(ReadOnlySpan<byte> document, BsonWriter output)
    {
        output.WriteStartDocument();
        var reader = new BsonReader(document);
        while (reader.Read())
        {
            // Paths below _id are like any others.
            if (_isIdWhole && reader.NameSpan.SequenceEqual("_id"u8))
            {
                if (_keepsId)
                {
                    output.WriteValue(reader.NameSpan, reader.Value);
                }
            }
            else
            {
                WriteField(reader.NameSpan, reader.Value, _root, output, BsonComparer.MaxDepth);
            }
        }

        output.WriteEndDocument();
    }

    private void WriteField(ReadOnlySpan<byte> name, BsonValue value, ProjectionNode parent, BsonWriter output, int depthLeft)
    {
        var node = parent.Find(name);
        if (node is { IsComputed: true })
        {
            return;
        }

        if (node is { IsLeaf: false } && value.Type is BsonType.Document or BsonType.Array)
        {
            output.WriteName(name);
            WriteLevel(value, node, output, depthLeft);
        }
        else if (_isInclusion ? node is { IsLeaf: true } : node is not { IsLeaf: true })
        {
            output.WriteValue(name, value);
        }
        else if (node is { IsBranch: true })
        {
            output.WriteDocument(name, BsonDocument.Empty.Span);
        }
    }

    private void WriteLevel(BsonValue level, ProjectionNode node, BsonWriter output, int depthLeft)
    {
        if (depthLeft <= 0)
        {
            throw new StoreException(StoreErrorCode.Overflow, $"A document exceeds the maximum nested depth of {BsonComparer.MaxDepth}");
        }

        var reader = new BsonReader(level.Bytes);
        if (level.Type == BsonType.Document)
        {
            output.WriteStartDocument();
            while (reader.Read())
            {
                WriteField(reader.NameSpan, reader.Value, node, output, depthLeft - 1);
            }

            output.WriteEndDocument();
            return;
        }

        // A path goes through arrays of any nesting; an inclusion drops their scalars, but for the place of what is computed in them.
        output.WriteStartArray();
        while (reader.Read())
        {
            if (reader.ElementType is BsonType.Document or BsonType.Array)
            {
                WriteLevel(reader.Value, node, output, depthLeft - 1);
            }
            else if (!_isInclusion)
            {
                output.WriteValue(reader.Value);
            }
            else if (node.IsBranch)
            {
                output.WriteDocument(BsonDocument.Empty);
            }
        }

        output.WriteEndArray();
    }
}
