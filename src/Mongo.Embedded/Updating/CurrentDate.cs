using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Updating;

/// <summary>`$currentDate`: sets the time of the command, the same in all documents, as a date or as a timestamp.</summary>
internal static class CurrentDate
{
    internal static Operand Parse(BsonValue argument, TimeProvider timeProvider)
    {
        var now = timeProvider.GetUtcNow();
        return IsTimestamp(argument)
            ? new Operand(BsonType.Timestamp, BitConverter.GetBytes(((ulong)now.ToUnixTimeSeconds() << 32) | 1))
            : new Operand(BsonType.DateTime, BitConverter.GetBytes(now.ToUnixTimeMilliseconds()));
    }

    private static bool IsTimestamp(BsonValue argument)
    {
        if (argument.Type == BsonType.Boolean)
        {
            return false;
        }

        if (argument.Type != BsonType.Document)
        {
            throw Wrong($"{argument.Type} is not valid type for $currentDate. Please use a boolean ('true') or a $type expression ({{$type: 'timestamp/date'}}).");
        }

        var reader = new BsonReader(argument.Bytes);
        bool? isTimestamp = null;
        while (reader.Read())
        {
            if (!reader.NameSpan.SequenceEqual("$type"u8))
            {
                throw Wrong($"Unrecognized $currentDate option: {Encoding.UTF8.GetString(reader.NameSpan)}");
            }

            var type = reader.ElementType == BsonType.String ? Encoding.UTF8.GetString(reader.Value.AsString()) : "";
            isTimestamp = type is "timestamp" or "date"
                ? type == "timestamp"
                : throw WithoutType();
        }

        return isTimestamp ?? throw WithoutType();
    }

    private static StoreException WithoutType() =>
        Wrong("The '$type' string field is required to be 'date' or 'timestamp': {$currentDate: {field : {$type: 'date'}}}");

    private static StoreException Wrong(string message) => new(StoreErrorCode.BadValue, message);
}
