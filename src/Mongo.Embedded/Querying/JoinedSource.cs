using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Expressions;
using OwnedData.Mongo.Embedded.Ordering;
using OwnedData.Mongo.Embedded.Planning;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Querying;

/// <summary>`$lookup`: each document with an array of those that belong to it. Their number is bounded by the size of a document (code 4568).</summary>
internal sealed class JoinedSource(DocumentSource source, Lookup lookup, Connection connection, OperationContext context) : DocumentSource
{
    private const int MaximumBytes = 16 << 20;

    private BsonDocument _current;

    internal override ReadOnlySpan<byte> Current => _current.Span;

    internal override bool MoveNext()
    {
        if (!source.MoveNext())
        {
            return false;
        }

        context.CountRead();
        var document = source.Current.ToArray();
        var found = ReadAll(lookup.Plan(document));
        using var writer = new BsonWriter();
        FieldWriter.Set(writer, document, lookup.Target, found, intoArrays: false);
        _current = Shape.Checked(writer.ToDocument());
        return true;
    }

    public override void Dispose() => source.Dispose();

    private Operand ReadAll(QueryPlan plan)
    {
        using var joined = plan.Open(connection, context);
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteStartArray("a"u8);
        while (joined.MoveNext())
        {
            context.CountRead();
            writer.WriteDocument(joined.Current);
            if (writer.WrittenCount > MaximumBytes)
            {
                throw ExpressionError.Create(4568, $"Total size of documents in {lookup.From} matching pipeline's $lookup stage exceeds {MaximumBytes} bytes");
            }
        }

        writer.WriteEndArray();
        writer.WriteEndDocument();
        var reader = new BsonReader(writer.WrittenSpan);
        reader.Read();
        return Operand.From(reader.Value);
    }
}
