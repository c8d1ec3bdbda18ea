using OwnedData.Bson;

namespace OwnedData.Mongo.Embedded.Updating;

/// <summary>Arguments that must be whole numbers, whatever their type.</summary>
internal static class WholeNumber
{
    /// <summary>The number; null for what is none or has a fraction.</summary>
    internal static long? Of(BsonValue value) => value.Type switch
    {
        BsonType.Int32 => value.AsInt32(),
        BsonType.Int64 => value.AsInt64(),
        BsonType.Double when Math.Abs(value.AsDouble()) < 1L << 62 && Math.Truncate(value.AsDouble()) == value.AsDouble() => (long)value.AsDouble(),
        BsonType.Decimal128 when decimal.TryParse(value.AsDecimal128().ToString(), System.Globalization.NumberStyles.Float, provider: null, out var number)
            && decimal.Truncate(number) == number && Math.Abs(number) < 1L << 62 => (long)number,
        _ => null,
    };
}
