using System.Buffers.Binary;
using OwnedData.Bson;

namespace OwnedData.Mongo.Embedded.Ordering;

/// <summary>
/// MongoDB's total order of all values, across types: what sorts, filters and index keys agree on. Allocates nothing.
/// Type groups never mix (a number is below every string); a missing value is compared as null, the default <see cref="BsonValue"/> as undefined.
/// </summary>
internal static class BsonComparer
{
    /// <summary>MongoDB's limit of nesting; values nested deeper are refused with <see cref="StoreErrorCode.Overflow"/>.</summary>
    internal const int MaxDepth = 200;

    /// <summary>Text is compared by its bytes where there is no collation.</summary>
    internal static int Compare(BsonValue left, BsonValue right, Collation? collation = null) => Compare(left, right, collation, MaxDepth);

    internal static bool Equals(BsonValue left, BsonValue right, Collation? collation = null) => Compare(left, right, collation, MaxDepth) == 0;

    /// <summary>The place of a type's group in the order; types of one group compare by value.</summary>
    internal static int GroupOf(BsonType type) => type switch
    {
        BsonType.MinKey => -1,
        default(BsonType) or BsonType.Undefined => 0,
        BsonType.Null => 5,
        BsonType.Int32 or BsonType.Int64 or BsonType.Double or BsonType.Decimal128 => 10,
        BsonType.String or BsonType.Symbol => 15,
        BsonType.Document => 20,
        BsonType.Array => 25,
        BsonType.Binary => 30,
        BsonType.ObjectId => 35,
        BsonType.Boolean => 40,
        BsonType.DateTime => 45,
        BsonType.Timestamp => 47,
        BsonType.RegularExpression => 50,
        BsonType.DbPointer => 55,
        BsonType.JavaScript => 60,
        BsonType.JavaScriptWithScope => 65,
        _ => 127,
    };

    private static int Compare(BsonValue left, BsonValue right, Collation? collation, int depthLeft)
    {
        var group = GroupOf(left.Type);
        var difference = group - GroupOf(right.Type);
        return difference != 0 ? difference : CompareInGroup(left, right, collation, depthLeft);
    }

    private static int CompareInGroup(BsonValue left, BsonValue right, Collation? collation, int depthLeft) => left.Type switch
    {
        BsonType.Int32 or BsonType.Int64 or BsonType.Double or BsonType.Decimal128 => BsonNumber.Compare(left, right),
        BsonType.String or BsonType.Symbol when collation is not null => collation.Compare(left.Bytes[4..^1], right.Bytes[4..^1]),
        BsonType.String or BsonType.Symbol or BsonType.JavaScript => left.Bytes[4..].SequenceCompareTo(right.Bytes[4..]),
        BsonType.Document => CompareLevels(left.Bytes, right.Bytes, withNames: true, collation, depthLeft - 1),
        BsonType.Array => CompareLevels(left.Bytes, right.Bytes, withNames: false, collation, depthLeft - 1),
        BsonType.Binary => CompareByLengthFirst(left.Bytes, right.Bytes),
        BsonType.DbPointer => CompareByLengthFirst(left.Bytes, right.Bytes),
        BsonType.DateTime => left.AsDateTime().CompareTo(right.AsDateTime()),
        BsonType.Timestamp => left.AsTimestamp().CompareTo(right.AsTimestamp()),
        BsonType.JavaScriptWithScope => CompareWithScope(left.Bytes, right.Bytes, depthLeft - 1),
        _ => left.Bytes.SequenceCompareTo(right.Bytes), // ObjectId, boolean, regular expression; the others have no bytes
    };

    // Element by element: the type's group, then (in documents) the name, then the value; the shorter one is below.
    private static int CompareLevels(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, bool withNames, Collation? collation, int depthLeft)
    {
        if (depthLeft <= 0)
        {
            throw new StoreException(StoreErrorCode.Overflow, $"A value exceeds the maximum nested depth of {MaxDepth}");
        }

        var leftReader = new BsonReader(left);
        var rightReader = new BsonReader(right);
        while (leftReader.Read())
        {
            if (!rightReader.Read())
            {
                return 1;
            }

            var difference = GroupOf(leftReader.ElementType) - GroupOf(rightReader.ElementType);
            if (difference == 0 && withNames)
            {
                difference = leftReader.NameSpan.SequenceCompareTo(rightReader.NameSpan);
            }

            if (difference == 0)
            {
                difference = CompareInGroup(leftReader.Value, rightReader.Value, collation, depthLeft);
            }

            if (difference != 0)
            {
                return difference;
            }
        }

        return rightReader.Read() ? -1 : 0;
    }

    // Length first, then (binary) the subtype, then the content.
    private static int CompareByLengthFirst(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var difference = left.Length.CompareTo(right.Length);
        return difference != 0 ? difference : left[4..].SequenceCompareTo(right[4..]);
    }

    private static int CompareWithScope(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, int depthLeft)
    {
        SplitScope(left, out var leftCode, out var leftScope);
        SplitScope(right, out var rightCode, out var rightScope);
        var difference = leftCode.SequenceCompareTo(rightCode);
        return difference != 0 ? difference : CompareLevels(leftScope, rightScope, withNames: true, collation: null, depthLeft);
    }

    private static void SplitScope(ReadOnlySpan<byte> bytes, out ReadOnlySpan<byte> code, out ReadOnlySpan<byte> scope)
    {
        var codeLength = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        code = bytes.Slice(8, codeLength);
        scope = bytes[(8 + codeLength)..];
    }
}
