using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Decimals;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions.Arithmetic;

/// <summary>Multiplies numbers of all types. Integers stay exact until 64 bits do not hold them or a double comes; from the first decimal on it is a decimal.</summary>
internal sealed class NumberProduct
{
    private long _integers = 1;
    private double _doubles = 1;
    private Decimal128 _decimals;
    private BsonType _type = BsonType.Int32;

    internal Operand Total => _type switch
    {
        BsonType.Decimal128 => Operand.Of(_decimals),
        BsonType.Double => Operand.Of(_doubles),
        _ => Numbers.OfInteger(_integers, _type == BsonType.Int32),
    };

    internal void Multiply(BsonValue number)
    {
        if (number.Type == BsonType.Decimal128 && _type != BsonType.Decimal128)
        {
            _decimals = DecimalArithmetic.From(Total.Value);
            _type = BsonType.Decimal128;
        }

        if (_type == BsonType.Decimal128)
        {
            _decimals = DecimalArithmetic.Multiply(_decimals, DecimalArithmetic.From(number));
            return;
        }

        // The doubles go along all the time: the sign of a zero is theirs.
        _doubles *= Numbers.ToDouble(number);
        _type = number.Type == BsonType.Double || _type == BsonType.Double ? BsonType.Double : _type == BsonType.Int32 ? number.Type : _type;
        if (_type != BsonType.Double)
        {
            var product = (Int128)_integers * Numbers.ToInt64(number);
            _integers = (long)product;
            _type = product < long.MinValue || product > long.MaxValue ? BsonType.Double : _type;
        }
    }
}
