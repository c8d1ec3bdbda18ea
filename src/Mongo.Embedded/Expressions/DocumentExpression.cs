using System.Collections.Immutable;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions;

/// <summary>A document of expressions; what has no value is left out.</summary>
internal sealed class DocumentExpression(ImmutableArray<(byte[] Name, Expression Value)> fields) : Expression
{
    internal override Operand? Evaluate(ReadOnlySpan<byte> document)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        foreach (var (name, expression) in fields)
        {
            if (expression.Evaluate(document) is { } value)
            {
                writer.WriteValue(name, value.Value);
            }
        }

        writer.WriteEndDocument();
        return Operand.From(new BsonValue(BsonType.Document, writer.WrittenSpan));
    }
}
