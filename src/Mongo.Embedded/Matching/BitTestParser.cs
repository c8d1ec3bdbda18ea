using System.Buffers.Binary;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Matching;

/// <summary>Parses the operand of a bit test: a mask, as a number or as binary data, or an array of positions.</summary>
internal static class BitTestParser
{
    internal static BitTestNode Parse(FieldPath path, string name, BsonValue value)
    {
        var (wantsSet, wantsAll) = (name is "$bitsAllSet" or "$bitsAnySet", name is "$bitsAllSet" or "$bitsAllClear");
        return value.Type switch
        {
            BsonType.Array => new BitTestNode(path, wantsSet, wantsAll, [], ParsePositions(value)),
            BsonType.Binary => new BitTestNode(path, wantsSet, wantsAll, value.Bytes[(sizeof(int) + 1)..].ToArray(), []),
            _ when value.IsNumber => new BitTestNode(path, wantsSet, wantsAll, ParseMask(value), []),
            _ => throw new StoreException(StoreErrorCode.BadValue, $"{name} takes an Array, a number, or a BinData but received: {value.Type}"),
        };
    }

    private static byte[] ParseMask(BsonValue value)
    {
        if (WholeNumber.Of(value) is not (>= 0 and var number))
        {
            throw new StoreException(StoreErrorCode.FailedToParse, "Expected a non-negative integer as the mask of bits");
        }

        var mask = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(mask, number);
        return mask;
    }

    private static int[] ParsePositions(BsonValue value)
    {
        var positions = new List<int>();
        var reader = new BsonReader(value.Bytes);
        while (reader.Read())
        {
            positions.Add(WholeNumber.Of(reader.Value) is >= 0 and <= int.MaxValue and var position
                ? (int)position
                : throw new StoreException(StoreErrorCode.BadValue, "bit positions must be whole numbers from 0 to 2147483647"));
        }

        return [.. positions];
    }
}
