using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions;

/// <summary>`$a.b`, `$$variable.a`: a field's value. Through an array it is an array of what the elements have there. Null as the path stands for the whole variable.</summary>
internal sealed class FieldExpression(int slot, FieldPath? path) : Expression
{
    /// <summary>The path of a field of the document itself; null for any other expression.</summary>
    internal FieldPath? DocumentPath => slot == Scope.Root ? path : null;

    /// <summary>Whether the value is the document's, and not a variable's that holds for the whole command.</summary>
    internal bool IsOfDocument => slot == Scope.Root;

    internal override Operand? Evaluate(Evaluation evaluation) =>
        path is null || evaluation[slot] is not { } start ? evaluation[slot] : Descend(start, component: 0, evaluation);

    private Operand? Find(ReadOnlyMemory<byte> level, int component, Evaluation evaluation)
    {
        if (!FieldPath.TryFind(level.Span, path![component], out var element))
        {
            return null;
        }

        var value = Operand.At(element, level);
        return component + 1 == path.Length ? value : Descend(value, component + 1, evaluation);
    }

    private Operand? Descend(Operand value, int component, Evaluation evaluation)
    {
        if (value.Type == BsonType.Document)
        {
            return Find(value.Bytes, component, evaluation);
        }

        if (value.Type != BsonType.Array)
        {
            return null;
        }

        var found = new List<Operand>();
        var elements = new BsonReader(value.Bytes.Span);
        while (elements.Read())
        {
            evaluation.Work();

            // An array inside the array is passed over.
            if (elements.ElementType == BsonType.Document && Find(Operand.At(elements, value.Bytes).Bytes, component, evaluation) is { } operand)
            {
                found.Add(operand);
            }
        }

        return Operand.OfArray(found);
    }
}
