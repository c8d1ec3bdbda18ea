using OwnedData.Mongo.Embedded.Expressions.Accumulating;
using OwnedData.Mongo.Embedded.Expressions.Arithmetic;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Grouping;

/// <summary>`$stdDevPop` and `$stdDevSamp`: what is no number does not count.</summary>
internal sealed class DeviationAccumulator(bool isSample) : Accumulator
{
    private readonly Deviation _deviation = new(isSample);

    internal override Operand Result => _deviation.Result;

    internal override int Add(Operand? value)
    {
        if (Numbers.IsNumber(value))
        {
            _deviation.Add(value.Value.Value);
        }

        return 0;
    }
}
