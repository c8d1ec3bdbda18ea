using System.Buffers.Binary;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions.Dates;

/// <summary>Values as instants: dates, timestamps, and the ids that hold one.</summary>
internal static class DateValues
{
    /// <summary>Milliseconds since 1970; null for what holds no instant.</summary>
    internal static long? TryCoerce(Operand? value) => value?.Type switch
    {
        BsonType.DateTime => value.Value.Value.AsDateTime(),
        BsonType.Timestamp => (long)(value.Value.Value.AsTimestamp() >> 32) * 1000,
        BsonType.ObjectId => (long)BinaryPrimitives.ReadUInt32BigEndian(value.Value.Value.Bytes) * 1000,
        _ => null,
    };

    internal static long Coerce(Operand? value, int code = 16006) =>
        TryCoerce(value) ?? throw ExpressionError.Create(code, $"can't convert from BSON type {ExpressionError.TypeOf(value)} to Date");
}
