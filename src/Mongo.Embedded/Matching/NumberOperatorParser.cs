using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Matching;

/// <summary>Parses the operators whose arguments are whole numbers: `$size` and `$mod`.</summary>
internal static class NumberOperatorParser
{
    internal static SizeNode ParseSize(FieldPath path, BsonValue value) =>
        WholeNumber.Of(value) is >= 0 and var size
            ? new SizeNode(path, size)
            : throw new StoreException(StoreErrorCode.BadValue, "Failed to parse $size. Expected a non-negative integer");

    internal static ModuloNode ParseModulo(FieldPath path, BsonValue value)
    {
        if (value.Type != BsonType.Array)
        {
            throw new StoreException(StoreErrorCode.BadValue, "malformed mod, needs to be an array");
        }

        var numbers = new List<long>();
        var reader = new BsonReader(value.Bytes);
        while (reader.Read())
        {
            numbers.Add(WholeNumber.Truncate(reader.Value) ?? throw new StoreException(StoreErrorCode.BadValue, "malformed mod, divisor and remainder must be numbers"));
        }

        return numbers switch
        {
            [0, _] => throw new StoreException(StoreErrorCode.BadValue, "divisor cannot be 0"),
            [var divisor, var remainder] => new ModuloNode(path, divisor, remainder),
            _ => throw new StoreException(StoreErrorCode.BadValue, "malformed mod, needs a divisor and a remainder"),
        };
    }
}
