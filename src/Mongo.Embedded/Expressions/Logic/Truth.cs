using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Decimals;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions.Logic;

/// <summary>What counts as true: everything but false, null, undefined, missing and zero.</summary>
internal static class Truth
{
    internal static bool Of(Operand? value) => value?.Type switch
    {
        null or BsonType.Null or BsonType.Undefined => false,
        BsonType.Boolean => value.Value.Value.AsBoolean(),
        BsonType.Int32 => value.Value.Value.AsInt32() != 0,
        BsonType.Int64 => value.Value.Value.AsInt64() != 0,
        BsonType.Double => value.Value.Value.AsDouble() != 0,
        BsonType.Decimal128 => !DecimalArithmetic.IsZero(value.Value.Value.AsDecimal128()),
        _ => true,
    };

    internal static Operand? Not(ReadOnlySpan<Operand?> arguments, Evaluation evaluation) => Operand.Of(!Of(arguments[0]));
}
