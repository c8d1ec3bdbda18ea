namespace OwnedData.Mongo.Embedded.Matching;

/// <summary>The operators of a <see cref="ComparisonNode"/>; `$ne` is a <see cref="NotNode"/> over Equal.</summary>
internal enum ComparisonOperator
{
    Equal,
    GreaterThan,
    GreaterThanOrEqual,
    LessThan,
    LessThanOrEqual,
}
