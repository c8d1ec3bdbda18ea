using System.Text;
using OwnedData.Bson;

namespace OwnedData.Mongo.Embedded.Matching;

/// <summary>Parses the operand of `$type`: a number or a name, or an array of them.</summary>
internal static class TypeOperatorParser
{
    private static readonly BsonType[] s_numbers = [BsonType.Double, BsonType.Int32, BsonType.Int64, BsonType.Decimal128];

    internal static BsonType[] Parse(BsonValue value)
    {
        if (value.Type != BsonType.Array)
        {
            return ParseOne(value);
        }

        var types = new List<BsonType>();
        var reader = new BsonReader(value.Bytes);
        while (reader.Read())
        {
            types.AddRange(ParseOne(reader.Value));
        }

        return types.Count > 0
            ? [.. types.Distinct()]
            : throw new StoreException(StoreErrorCode.FailedToParse, "$type must match at least one type");
    }

    private static BsonType[] ParseOne(BsonValue value) => value.Type switch
    {
        BsonType.String => ParseName(Encoding.UTF8.GetString(value.AsString())),
        BsonType.Int32 => ParseCode(value.AsInt32()),
        BsonType.Int64 => ParseCode(value.AsInt64()),
        BsonType.Double => ParseCode(value.AsDouble()),
        _ => throw new StoreException(StoreErrorCode.TypeMismatch, "type must be represented as a number or a string"),
    };

    private static BsonType[] ParseCode(double code)
    {
        var type = code switch
        {
            -1 => BsonType.MinKey,
            127 => BsonType.MaxKey,
            >= 1 and <= 19 when code == Math.Floor(code) => (BsonType)code,
            _ => throw new StoreException(StoreErrorCode.BadValue, $"Invalid numerical type code: {code}"),
        };
        return [type];
    }

    private static BsonType[] ParseName(string name) => name switch
    {
        "number" => s_numbers,
        "double" => [BsonType.Double],
        "string" => [BsonType.String],
        "object" => [BsonType.Document],
        "array" => [BsonType.Array],
        "binData" => [BsonType.Binary],
        "undefined" => [BsonType.Undefined],
        "objectId" => [BsonType.ObjectId],
        "bool" => [BsonType.Boolean],
        "date" => [BsonType.DateTime],
        "null" => [BsonType.Null],
        "regex" => [BsonType.RegularExpression],
        "dbPointer" => [BsonType.DbPointer],
        "javascript" => [BsonType.JavaScript],
        "symbol" => [BsonType.Symbol],
        "javascriptWithScope" => [BsonType.JavaScriptWithScope],
        "int" => [BsonType.Int32],
        "timestamp" => [BsonType.Timestamp],
        "long" => [BsonType.Int64],
        "decimal" => [BsonType.Decimal128],
        "minKey" => [BsonType.MinKey],
        "maxKey" => [BsonType.MaxKey],
        _ => throw new StoreException(StoreErrorCode.BadValue, $"Unknown type name alias: {name}"),
    };
}
