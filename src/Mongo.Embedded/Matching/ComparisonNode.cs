using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Matching;

/// <summary>
/// `$eq $gt $gte $lt $lte` and implicit equality. Values of another type group never match, save that null (with equality in the operator) matches missing,
/// and that every other type lies between MinKey and MaxKey.
/// </summary>
internal sealed class ComparisonNode : PathNode
{
    private readonly bool _isNaN;
    private readonly Collation? _collation;

    /// <param name="path">The path to compare at.</param>
    /// <param name="comparison">The operator.</param>
    /// <param name="operand">The right-hand side.</param>
    /// <param name="collation">How text is compared; null for by its bytes.</param>
    internal ComparisonNode(FieldPath path, ComparisonOperator comparison, Operand operand, Collation? collation = null)
        : base(path)
    {
        Operator = comparison;
        Operand = operand;
        _collation = collation;
        _isNaN = operand.Value.IsNumber && IsNaN(operand.Value);
    }

    internal ComparisonOperator Operator { get; }

    internal Operand Operand { get; }

    private bool IncludesEqual => Operator is ComparisonOperator.Equal or ComparisonOperator.GreaterThanOrEqual or ComparisonOperator.LessThanOrEqual;

    /// <summary>Whether an index, which holds text in the order of its bytes, cannot answer it.</summary>
    internal bool IsCollated => _collation is not null && Collation.Concerns(Operand.Type);

    internal override FilterNode With(Collation collation) => new ComparisonNode(Path, Operator, Operand, collation);

    internal override bool MatchesElement(BsonValue element)
    {
        var operand = Operand.Value;
        if (element.Type == default)
        {
            return operand.Type == BsonType.Null ? IncludesEqual : MatchesExtreme(operand.Type);
        }

        if (BsonComparer.GroupOf(element.Type) != BsonComparer.GroupOf(operand.Type))
        {
            return MatchesExtreme(operand.Type);
        }

        // NaN is the smallest number to a sort, but only equal to itself to a filter.
        if (operand.IsNumber && (_isNaN || IsNaN(element)))
        {
            return _isNaN && IncludesEqual && IsNaN(element);
        }

        var difference = BsonComparer.Compare(element, operand, _collation);
        return Operator switch
        {
            ComparisonOperator.Equal => difference == 0,
            ComparisonOperator.GreaterThan => difference > 0,
            ComparisonOperator.GreaterThanOrEqual => difference >= 0,
            ComparisonOperator.LessThan => difference < 0,
            _ => difference <= 0,
        };
    }

    private static bool IsNaN(BsonValue number) => number.Type switch
    {
        BsonType.Double => double.IsNaN(number.AsDouble()),
        BsonType.Decimal128 => number.AsDecimal128().IsNaN,
        _ => false,
    };

    private bool MatchesExtreme(BsonType operand) => operand switch
    {
        BsonType.MinKey => Operator is ComparisonOperator.GreaterThan or ComparisonOperator.GreaterThanOrEqual,
        BsonType.MaxKey => Operator is ComparisonOperator.LessThan or ComparisonOperator.LessThanOrEqual,
        _ => false,
    };
}
