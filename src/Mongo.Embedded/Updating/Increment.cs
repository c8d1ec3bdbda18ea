using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Decimals;

namespace OwnedData.Mongo.Embedded.Updating;

/// <summary>`$inc`: the sum has the wider of the two types; an int32 that overflows becomes int64, an int64 that overflows is refused.</summary>
internal static class Increment
{
    /// <summary>Like <see cref="ValueChange.Write"/>.</summary>
    internal static bool Write(BsonValue value, BsonValue amount, string path, BsonWriter output)
    {
        if (!value.IsNumber)
        {
            throw new StoreException(StoreErrorCode.TypeMismatch, $"Cannot apply $inc to a value of non-numeric type. The field '{path}' is of type {value.Type}");
        }

        return value.Type == BsonType.Decimal128 || amount.Type == BsonType.Decimal128
                ? NumberResult.Write(value, DecimalArithmetic.Add(DecimalArithmetic.From(value), DecimalArithmetic.From(amount)), output)
            : value.Type == BsonType.Double || amount.Type == BsonType.Double
                ? NumberResult.Write(value, NumberResult.ToDouble(value) + NumberResult.ToDouble(amount), output)
            : NumberResult.Write(
                (Int128)NumberResult.ToInt64(value) + NumberResult.ToInt64(amount),
                isNarrow: value.Type == BsonType.Int32 && amount.Type == BsonType.Int32,
                "$inc",
                path,
                output);
    }
}
