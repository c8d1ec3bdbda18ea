using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Decimals;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions.Arithmetic;

/// <summary>
/// Adds numbers of all types: integers exactly, doubles with the error of each step kept, decimals by themselves. The sum has the widest type that was met, or
/// that it needs: a double where 64 bits do not hold it.
/// </summary>
internal sealed class NumberSum
{
    private Int128 _integers;
    private double _doubles;
    private double _error;
    private Decimal128? _decimals;
    private BsonType _widest = BsonType.Int32;

    internal long Count { get; private set; }

    internal Operand Total =>
        _decimals is { } decimals ? Operand.Of(DecimalArithmetic.Add(decimals, Rest()))
        : _widest == BsonType.Double || _integers > long.MaxValue || _integers < long.MinValue ? Operand.Of(Doubles())
        : Numbers.OfInteger((long)_integers, _widest == BsonType.Int32);

    /// <summary>A decimal where there was one, else a double; null where there was no number.</summary>
    internal Operand Average =>
        Count == 0 ? Operand.Null
        : _decimals is { } decimals ? Operand.Of(DecimalArithmetic.Divide(DecimalArithmetic.Add(decimals, Rest()), DecimalArithmetic.From((Int128)Count)))
        : Operand.Of(Doubles() / Count);

    internal void Add(BsonValue number)
    {
        Count++;
        switch (number.Type)
        {
            case BsonType.Decimal128:
                _decimals = DecimalArithmetic.Add(_decimals ?? DecimalArithmetic.Zero, number.AsDecimal128());
                break;
            case BsonType.Double:
                AddDouble(number.AsDouble());
                _widest = BsonType.Double;
                break;
            default:
                _integers += Numbers.ToInt64(number);
                _widest = _widest == BsonType.Int32 ? number.Type : _widest;
                break;
        }
    }

    // Knuth's sum of two: what rounding takes away from the sum goes to the error.
    private void AddDouble(double value)
    {
        var sum = _doubles + value;
        var part = sum - _doubles;
        var error = (_doubles - (sum - part)) + (value - part);
        _doubles = sum;
        _error += double.IsFinite(error) ? error : 0;
    }

    private double Doubles()
    {
        var integers = (double)_integers;
        var sum = new NumberSum { _doubles = _doubles, _error = _error };
        sum.AddDouble(integers);
        sum.AddDouble((double)(_integers - (Int128)integers));
        return sum._doubles + sum._error;
    }

    // Beside decimals a double has all its digits, not 15 as elsewhere.
    private Decimal128 Rest()
    {
        var integers = DecimalArithmetic.From(_integers);
        return _widest == BsonType.Double
            ? DecimalArithmetic.Add(integers, DecimalArithmetic.Add(DecimalArithmetic.FromExact(_doubles), DecimalArithmetic.FromExact(_error)))
            : integers;
    }
}
