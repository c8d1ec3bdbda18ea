using System.Globalization;
using OwnedData.Bson;

namespace OwnedData.Mongo.Embedded.Matching;

/// <summary>Numbers of any type as whole ones of 64 bits.</summary>
internal static class WholeNumber
{
    private const double TwoTo63 = 9223372036854775808.0;

    /// <summary>The number; null for what is none, has a fraction or is beyond 64 bits.</summary>
    internal static long? Of(BsonValue value) => Truncate(value) is { } whole && BsonNumber.Compare(value, new BsonValue(BsonType.Int64, BitConverter.GetBytes(whole))) == 0 ? whole : null;

    /// <summary>The number without its fraction; null for what is none or is beyond 64 bits.</summary>
    internal static long? Truncate(BsonValue value) => value.Type switch
    {
        BsonType.Int32 => value.AsInt32(),
        BsonType.Int64 => value.AsInt64(),
        BsonType.Double when value.AsDouble() is >= -TwoTo63 and < TwoTo63 => (long)value.AsDouble(),
        BsonType.Decimal128 => Truncate(value.AsDecimal128()),
        _ => null,
    };

    private static long? Truncate(Decimal128 value)
    {
        if (value.IsNaN || value.CompareTo(long.MinValue) < 0 || value.CompareTo(long.MaxValue) > 0)
        {
            return null;
        }

        // Within 64 bits a decimal of .NET's holds all that stands before the point.
        return decimal.TryParse(value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? (long)decimal.Truncate(number) : null;
    }
}
