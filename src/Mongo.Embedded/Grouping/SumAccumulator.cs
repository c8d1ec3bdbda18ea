using OwnedData.Mongo.Embedded.Expressions.Arithmetic;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Grouping;

/// <summary>`$sum` and `$avg`: what is no number does not count.</summary>
internal sealed class SumAccumulator(bool isAverage) : Accumulator
{
    private readonly NumberSum _sum = new();

    internal override Operand Result => isAverage ? _sum.Average : _sum.Total;

    internal override int Add(Operand? value)
    {
        if (Numbers.IsNumber(value))
        {
            _sum.Add(value.Value.Value);
        }

        return 0;
    }
}
