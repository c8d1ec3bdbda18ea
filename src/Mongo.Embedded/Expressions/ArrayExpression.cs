using System.Collections.Immutable;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions;

/// <summary>An array of expressions; what has no value is null in it.</summary>
internal sealed class ArrayExpression(ImmutableArray<Expression> elements) : Expression
{
    internal override Operand? Evaluate(ReadOnlySpan<byte> document)
    {
        var values = new List<Operand>(elements.Length);
        foreach (var element in elements)
        {
            values.Add(element.Evaluate(document) ?? new Operand(BsonType.Null, default));
        }

        return Operand.OfArray(values);
    }
}
