using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Indexing;
using OwnedData.Mongo.Embedded.Matching;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Planning;

/// <summary>
/// Which entries of an index field can belong to documents that match a predicate. Always wide enough, sometimes wider: the filter is checked again
/// on every document. Null stands for no bounds.
/// </summary>
internal static class FieldBounds
{
    /// <summary>The bounds of all predicates on one field together, in order; none means that nothing can match.</summary>
    /// <param name="predicates">Predicates on the field's path that must all hold.</param>
    /// <param name="isMultikey">Whether the field has met arrays: then each predicate may be met by another element, and only one can give the bounds.</param>
    internal static List<FieldInterval>? Of(IEnumerable<FilterNode> predicates, bool isMultikey)
    {
        List<FieldInterval>? bounds = null;
        foreach (var predicate in predicates)
        {
            if (Of(predicate) is not { } more)
            {
                continue;
            }

            if (bounds is null || (isMultikey && more.TrueForAll(interval => interval.IsPoint)))
            {
                bounds = more;
            }
            else if (!isMultikey)
            {
                bounds = Intersect(bounds, more);
            }
        }

        return bounds;
    }

    private static List<FieldInterval>? Of(FilterNode predicate) => predicate switch
    {
        ComparisonNode comparison => OfComparison(comparison.Operator, comparison.Operand.Value),
        InNode { Regexes.Count: 0 } membership => OfOperands(membership.Operands),
        RegexNode { Predicate.LiteralPrefix: { Length: > 0 } prefix } => OfPrefix(prefix.Span),
        ElemMatchValueNode elements => OfElement(elements.Child),
        _ => null,
    };

    // One element must meet all of it, and each has its own entry; but elements of elements have none.
    private static List<FieldInterval>? OfElement(FilterNode child) =>
        Of(child.Conjuncts.Where(predicate => predicate is not ElemMatchValueNode), isMultikey: false);

    private static List<FieldInterval>? OfComparison(ComparisonOperator comparison, BsonValue operand)
    {
        var type = KeyEncoder.TypeOf(operand.Type);
        if (type == KeyType.Null)
        {
            // Missing is stored as null, an empty array's elements as undefined.
            return [FieldInterval.OfTypes(KeyType.Undefined, KeyType.Null)];
        }

        if (!IsBracketed(type) && (type != KeyType.Document || comparison != ComparisonOperator.Equal))
        {
            return null;
        }

        var encoded = Encode(operand);
        var bracket = FieldInterval.OfTypes(type, type);
        return comparison switch
        {
            ComparisonOperator.Equal => [FieldInterval.Point(encoded)],
            ComparisonOperator.GreaterThan => [bracket with { Low = KeyCut.After(encoded) }],
            ComparisonOperator.GreaterThanOrEqual => [bracket with { Low = encoded }],
            ComparisonOperator.LessThan => [bracket with { High = encoded }],
            _ => [bracket with { High = KeyCut.After(encoded) }],
        };
    }

    private static List<FieldInterval>? OfOperands(IReadOnlyList<Operand> operands)
    {
        var bounds = new List<FieldInterval>();
        foreach (var operand in operands)
        {
            if (OfComparison(ComparisonOperator.Equal, operand.Value) is not { } point)
            {
                return null;
            }

            bounds.AddRange(point);
        }

        return bounds;
    }

    // Strings that begin with the prefix, and stored regular expressions, which can be equal to the one asked for.
    private static List<FieldInterval> OfPrefix(ReadOnlySpan<byte> prefix)
    {
        var buffer = new KeyBuffer();
        KeyEncoder.EncodeStringPrefix(buffer, prefix);
        var low = buffer.Written.ToArray();
        return [new FieldInterval(low, KeyCut.After(low), IsPoint: false), FieldInterval.OfTypes(KeyType.RegularExpression, KeyType.RegularExpression)];
    }

    // Types whose comparisons never match another type. MinKey and MaxKey do, arrays also compare by element.
    internal static bool IsBracketed(KeyType type) => type
        is KeyType.Number or KeyType.String or KeyType.Binary or KeyType.ObjectId or KeyType.Boolean or KeyType.DateTime or KeyType.Timestamp;

    private static byte[] Encode(BsonValue value)
    {
        var buffer = new KeyBuffer();
        KeyEncoder.Encode(buffer, value);
        return buffer.Written.ToArray();
    }

    private static List<FieldInterval> Intersect(List<FieldInterval> left, List<FieldInterval> right)
    {
        var both = new List<FieldInterval>();
        foreach (var one in left)
        {
            foreach (var other in right)
            {
                if (one.TryIntersect(other, out var common))
                {
                    both.Add(common);
                }
            }
        }

        return both;
    }
}
