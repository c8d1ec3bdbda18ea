using OwnedData.Bson;

namespace OwnedData.Execution.Access.Rules;

/// <summary>Compares a value of a document with an operand of a rule exactly as MongoDB's filters do: never across groups of types.</summary>
internal static class ValueComparison
{
    public static bool IsNaN(BsonValue value) => value.Type switch
    {
        BsonType.Double => double.IsNaN(value.AsDouble()),
        BsonType.Decimal128 => value.AsDecimal128().IsNaN,
        _ => false,
    };

    public static bool AreEqual(BsonValue element, BsonValue operand) => TryCompare(element, operand, out var difference) && difference == 0;

    /// <summary>False when the two are of different groups, or the element is NaN. The default value stands for a missing element, which null equals.</summary>
    /// <param name="element">Any value.</param>
    /// <param name="operand">Null, or a leaf as the model's scalars are stored; never NaN.</param>
    /// <param name="difference">The sign of element − operand.</param>
    public static bool TryCompare(BsonValue element, BsonValue operand, out int difference)
    {
        difference = 0;
        switch (operand.Type)
        {
            case BsonType.Null:
                return element.Type is default(BsonType) or BsonType.Null;
            case BsonType.String when element.Type is BsonType.String or BsonType.Symbol:
                difference = element.Bytes[4..].SequenceCompareTo(operand.Bytes[4..]);
                return true;
            case BsonType.Binary when element.Type == BsonType.Binary:
                difference = CompareBinaries(element.Bytes, operand.Bytes);
                return true;
            case BsonType.DateTime when element.Type == BsonType.DateTime:
                difference = element.AsDateTime().CompareTo(operand.AsDateTime());
                return true;
            case BsonType.Boolean or BsonType.ObjectId when element.Type == operand.Type:
                difference = element.Bytes.SequenceCompareTo(operand.Bytes);
                return true;
            case var _ when operand.IsNumber && element.IsNumber && !IsNaN(element):
                difference = BsonNumber.Compare(element, operand);
                return true;
            default:
                return false;
        }
    }

    // Length first, then subtype and content.
    private static int CompareBinaries(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) =>
        left.Length != right.Length ? left.Length.CompareTo(right.Length) : left[4..].SequenceCompareTo(right[4..]);
}
