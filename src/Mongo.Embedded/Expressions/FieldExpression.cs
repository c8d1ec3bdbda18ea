using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions;

/// <summary>`$a.b`: a field's value. Through an array it is an array of what the elements have there. Null as the path stands for the whole document.</summary>
internal sealed class FieldExpression(FieldPath? path) : Expression
{
    internal override Operand? Evaluate(ReadOnlySpan<byte> document) =>
        path is null ? Operand.From(new BsonValue(BsonType.Document, document)) : Find(document, component: 0);

    private Operand? Find(ReadOnlySpan<byte> level, int component)
    {
        if (!FieldPath.TryFind(level, path![component], out var element))
        {
            return null;
        }

        return component + 1 == path.Length ? Operand.From(element.Value) : Descend(element.Value, component + 1);
    }

    private Operand? Descend(BsonValue value, int component)
    {
        if (value.Type == BsonType.Document)
        {
            return Find(value.Bytes, component);
        }

        if (value.Type != BsonType.Array)
        {
            return null;
        }

        var found = new List<Operand>();
        var elements = new BsonReader(value.Bytes);
        while (elements.Read())
        {
            // An array inside the array is passed over.
            if (elements.ElementType == BsonType.Document && Find(elements.ValueSpan, component) is { } operand)
            {
                found.Add(operand);
            }
        }

        return Operand.OfArray(found);
    }
}
