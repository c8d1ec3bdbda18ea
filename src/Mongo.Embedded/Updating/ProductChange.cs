using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Decimals;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Updating;

/// <summary>`$mul`: the product has the wider of the two types; where nothing was, zero of the factor's type. An int32 that overflows becomes int64, an int64 that overflows is refused.</summary>
internal sealed class ProductChange : ValueChange
{
    private readonly Operand _factor;

    internal ProductChange(Operand factor)
    {
        _factor = factor.Value.Type switch
        {
            BsonType.Int32 or BsonType.Int64 or BsonType.Double or BsonType.Decimal128 => factor,
            var type => throw new StoreException(StoreErrorCode.TypeMismatch, $"Cannot multiply with non-numeric argument of type {type}"),
        };
    }

    internal override Operand? Initial => ResultOnZero();

    internal override bool Write(BsonValue value, string path, BsonWriter output)
    {
        var factor = _factor.Value;
        if (!value.IsNumber)
        {
            throw new StoreException(StoreErrorCode.TypeMismatch, $"Cannot apply $mul to a value of non-numeric type. The field '{path}' is of type {value.Type}");
        }

        return value.Type == BsonType.Decimal128 || factor.Type == BsonType.Decimal128
                ? NumberResult.Write(value, DecimalArithmetic.Multiply(DecimalArithmetic.From(value), DecimalArithmetic.From(factor)), output)
            : value.Type == BsonType.Double || factor.Type == BsonType.Double
                ? NumberResult.Write(value, NumberResult.ToDouble(value) * NumberResult.ToDouble(factor), output)
            : NumberResult.Write(
                Int128.CreateChecked(NumberResult.ToInt64(value)) * NumberResult.ToInt64(factor),
                isNarrow: value.Type == BsonType.Int32 && factor.Type == BsonType.Int32,
                "$mul",
                path,
                output);
    }
}
