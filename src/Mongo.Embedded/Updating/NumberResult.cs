using OwnedData.Bson;

namespace OwnedData.Mongo.Embedded.Updating;

/// <summary>
/// What `$inc` and `$mul` leave: an equal number of the same type changes nothing, be its bytes others (-0.0, a decimal's trailing zeros), and NaN, equal to
/// nothing, counts as a change.
/// </summary>
internal static class NumberResult
{
    internal static bool Write(BsonValue before, Decimal128 result, BsonWriter output)
    {
        var isSame = before.Type == BsonType.Decimal128 && before.AsDecimal128().CompareTo(result) == 0;
        output.WriteDecimal128(isSame ? before.AsDecimal128() : result);
        return result.IsNaN;
    }

    internal static bool Write(BsonValue before, double result, BsonWriter output)
    {
        output.WriteDouble(before.Type == BsonType.Double && before.AsDouble() == result ? before.AsDouble() : result);
        return double.IsNaN(result);
    }

    /// <summary>Throws for what is beyond 64 bits.</summary>
    internal static bool Write(Int128 result, bool isNarrow, string operation, string path, BsonWriter output)
    {
        if (result < long.MinValue || result > long.MaxValue)
        {
            throw new StoreException(StoreErrorCode.BadValue, $"Failed to apply {operation} operations to the current value of '{path}': the result is beyond 64 bits");
        }

        if (isNarrow && result >= int.MinValue && result <= int.MaxValue)
        {
            output.WriteInt32((int)result);
        }
        else
        {
            output.WriteInt64((long)result);
        }

        return false;
    }

    internal static long ToInt64(BsonValue integer) => integer.Type == BsonType.Int32 ? integer.AsInt32() : integer.AsInt64();

    internal static double ToDouble(BsonValue number) => number.Type == BsonType.Double ? number.AsDouble() : ToInt64(number);
}
