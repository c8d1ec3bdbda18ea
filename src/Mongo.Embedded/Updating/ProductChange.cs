using OwnedData.Bson;
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
            BsonType.Int32 or BsonType.Int64 or BsonType.Double => factor,
            BsonType.Decimal128 => throw new StoreException(StoreErrorCode.BadValue, "The embedded store does not multiply decimals"),
            var type => throw new StoreException(StoreErrorCode.TypeMismatch, $"Cannot multiply with non-numeric argument of type {type}"),
        };
    }

    // All bytes zero is zero in each of the types.
    internal override Operand? Initial => new Operand(_factor.Type, new byte[_factor.Length]);

    internal override void Write(BsonValue value, string path, BsonWriter output)
    {
        var factor = _factor.Value;
        switch (value.Type)
        {
            case BsonType.Int32 or BsonType.Int64 when factor.Type != BsonType.Double:
                WriteInteger(Int128.CreateChecked(AsInt64(value)) * AsInt64(factor), value.Type == BsonType.Int32 && factor.Type == BsonType.Int32, path, output);
                break;
            case BsonType.Int32 or BsonType.Int64 or BsonType.Double:
                output.WriteDouble(AsDouble(value) * AsDouble(factor));
                break;
            case BsonType.Decimal128:
                throw new StoreException(StoreErrorCode.BadValue, "The embedded store does not multiply decimals");
            default:
                throw new StoreException(StoreErrorCode.TypeMismatch, $"Cannot apply $mul to a value of non-numeric type. The field '{path}' is of type {value.Type}");
        }
    }

    private static void WriteInteger(Int128 product, bool isNarrow, string path, BsonWriter output)
    {
        if (product < long.MinValue || product > long.MaxValue)
        {
            throw new StoreException(StoreErrorCode.BadValue, $"Failed to apply $mul operations to the current value of '{path}': the product is beyond 64 bits");
        }

        if (isNarrow && product >= int.MinValue && product <= int.MaxValue)
        {
            output.WriteInt32((int)product);
        }
        else
        {
            output.WriteInt64((long)product);
        }
    }

    private static long AsInt64(BsonValue value) => value.Type == BsonType.Int32 ? value.AsInt32() : value.AsInt64();

    private static double AsDouble(BsonValue value) => value.Type == BsonType.Double ? value.AsDouble() : AsInt64(value);
}
