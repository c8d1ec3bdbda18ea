using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Grouping;

/// <summary>`$first`, `$last`, `$min` and `$max`: one of the values; the last two pass over null and what is missing.</summary>
/// <param name="skipsNull">Whether null and missing do not count.</param>
/// <param name="isBetter">Whether the second value takes the first one's place.</param>
internal sealed class ChoiceAccumulator(bool skipsNull, Func<Operand, Operand, bool> isBetter) : Accumulator
{
    private Operand? _chosen;

    internal override Operand Result => _chosen ?? Operand.Null;

    internal override int Add(Operand? value)
    {
        var operand = value ?? Operand.Null;
        if ((skipsNull && operand.Type is BsonType.Null or BsonType.Undefined) || (_chosen is { } chosen && !isBetter(chosen, operand)))
        {
            return 0;
        }

        var growth = operand.Length - (_chosen?.Length ?? 0);
        _chosen = Operand.From(operand.Value);
        return growth;
    }
}
