using System.Collections.Immutable;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions;

/// <summary>A document of expressions; what has no value is left out.</summary>
internal sealed class DocumentExpression(ImmutableArray<(byte[] Name, Expression Value)> fields) : Expression
{
    internal ImmutableArray<(byte[] Name, Expression Value)> Fields => fields;

    internal override Operand? Evaluate(Evaluation evaluation)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        foreach (var (name, expression) in fields)
        {
            if (expression.Evaluate(evaluation) is { } value)
            {
                evaluation.CheckSize(writer.WrittenCount + value.Length);
                writer.WriteValue(name, value.Value);
            }
        }

        writer.WriteEndDocument();
        return Operand.From(new BsonValue(BsonType.Document, writer.WrittenSpan));
    }
}
