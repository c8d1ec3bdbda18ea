namespace OwnedData.Bson;

/// <summary>The one order of all four number types, exact, as MongoDB sorts and matches: filters, sorts and index keys compare here.</summary>
public static class BsonNumber
{
    /// <summary>
    /// Compares the numbers, whatever their types. NaN equals NaN of either type and is below all others; 0 equals -0. Throws <see
    /// cref="BsonException"/> on what is no number.
    /// </summary>
    public static int Compare(BsonValue left, BsonValue right) => left.Type switch
    {
        BsonType.Int32 => -Compare(right, left.AsInt32()),
        BsonType.Int64 => -Compare(right, left.AsInt64()),
        BsonType.Double => -Compare(right, left.AsDouble()),
        _ => -Compare(right, left.AsDecimal128()),
    };

    private static int Compare(BsonValue left, long right) => left.Type switch
    {
        BsonType.Int32 => ((long)left.AsInt32()).CompareTo(right),
        BsonType.Int64 => left.AsInt64().CompareTo(right),
        BsonType.Double => -Compare(right, left.AsDouble()),
        _ => left.AsDecimal128().CompareTo(right),
    };

    private static int Compare(BsonValue left, double right) => left.Type switch
    {
        BsonType.Int32 => Compare((long)left.AsInt32(), right),
        BsonType.Int64 => Compare(left.AsInt64(), right),
        BsonType.Double => left.AsDouble().CompareTo(right),
        _ => left.AsDecimal128().CompareTo(right),
    };

    private static int Compare(BsonValue left, Decimal128 right) => left.Type switch
    {
        BsonType.Int32 => -right.CompareTo((long)left.AsInt32()),
        BsonType.Int64 => -right.CompareTo(left.AsInt64()),
        BsonType.Double => -right.CompareTo(left.AsDouble()),
        _ => left.AsDecimal128().CompareTo(right),
    };

    private static int Compare(long left, double right)
    {
        const double TwoTo63 = 9223372036854775808.0;
        if (double.IsNaN(right) || right < -TwoTo63)
        {
            return 1;
        }

        if (right >= TwoTo63)
        {
            return -1;
        }

        // A double this big has no fraction, and one with a fraction converts back exactly.
        var whole = (long)right;
        return left == whole ? ((double)whole).CompareTo(right) : left.CompareTo(whole);
    }
}
