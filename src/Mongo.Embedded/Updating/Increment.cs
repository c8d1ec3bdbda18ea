using OwnedData.Bson;

namespace OwnedData.Mongo.Embedded.Updating;

/// <summary>`$inc`: the sum has the wider of the two types; an int32 that overflows becomes int64, an int64 that overflows is refused.</summary>
internal static class Increment
{
    internal static void Write(BsonValue value, BsonValue amount, string path, BsonWriter output)
    {
        if (!value.IsNumber)
        {
            throw new StoreException(StoreErrorCode.TypeMismatch, $"Cannot apply $inc to a value of non-numeric type. The field '{path}' is of type {value.Type}");
        }

        if (value.Type == BsonType.Decimal128 || amount.Type == BsonType.Decimal128)
        {
            output.WriteDecimal128(DecimalSum.Add(DecimalSum.From(value), DecimalSum.From(amount)));
        }
        else if (value.Type == BsonType.Double || amount.Type == BsonType.Double)
        {
            output.WriteDouble(AsDouble(value) + AsDouble(amount));
        }
        else
        {
            WriteInteger(value, amount, path, output);
        }
    }

    private static void WriteInteger(BsonValue value, BsonValue amount, string path, BsonWriter output)
    {
        var sum = (Int128)AsInt64(value) + AsInt64(amount);
        if (sum < long.MinValue || sum > long.MaxValue)
        {
            throw new StoreException(StoreErrorCode.BadValue, $"Failed to apply $inc operations to the current value of '{path}': the sum is beyond 64 bits");
        }

        if (value.Type == BsonType.Int32 && amount.Type == BsonType.Int32 && sum >= int.MinValue && sum <= int.MaxValue)
        {
            output.WriteInt32((int)sum);
        }
        else
        {
            output.WriteInt64((long)sum);
        }
    }

    private static long AsInt64(BsonValue value) => value.Type == BsonType.Int32 ? value.AsInt32() : value.AsInt64();

    private static double AsDouble(BsonValue value) => value.Type == BsonType.Double ? value.AsDouble() : AsInt64(value);
}
