using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Expressions.Arithmetic;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions.Accumulating;

/// <summary>`$stdDevPop` and `$stdDevSamp`: Welford's running variance, in doubles. What is no number does not count.</summary>
/// <param name="isSample">Whether the values are a sample of a population.</param>
internal sealed class Deviation(bool isSample)
{
    private long _count;
    private double _mean;
    private double _squares;

    internal Operand Result
    {
        get
        {
            var divisor = isSample ? _count - 1 : _count;
            return divisor <= 0 ? Operand.Null : Operand.Of(Math.Sqrt(_squares / divisor));
        }
    }

    internal void Add(BsonValue number)
    {
        var value = Numbers.ToDouble(number);
        _count++;
        var difference = value - _mean;
        _mean += difference / _count;
        _squares += difference * (value - _mean);
    }
}
