using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Indexing;
using OwnedData.Mongo.Embedded.Matching;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Planning;

/// <summary>
/// Which entries of an index field can belong to documents that match a predicate. Always wide enough, sometimes wider: the filter is checked again
/// on every document. Null stands for no bounds. Each predicate of a query is encoded once, however many indexes are tried.
/// </summary>
internal sealed class FieldBounds
{
    private readonly Dictionary<FilterNode, List<FieldInterval>?> _known = [];
    private readonly KeyBuffer _buffer = new();

    /// <summary>The bounds of all predicates on one field together, in order; none means that nothing can match.</summary>
    /// <param name="path">The field's path.</param>
    /// <param name="predicates">Predicates that must all hold, on any paths.</param>
    /// <param name="isMultikey">Whether the field has met arrays: then each predicate may be met by another element, and only one can give the bounds.</param>
    internal List<FieldInterval>? Of(FieldPath path, IReadOnlyList<FilterNode> predicates, bool isMultikey)
    {
        List<FieldInterval>? bounds = null;
        foreach (var predicate in predicates)
        {
            Narrow(ref bounds, path.Text, predicate, isMultikey);
        }

        return bounds;
    }

    private void Narrow(ref List<FieldInterval>? bounds, ReadOnlySpan<char> path, FilterNode predicate, bool isMultikey)
    {
        if (predicate is ElemMatchObjectNode elements && TryEnter(elements.Path.Text, ref path))
        {
            foreach (var member in elements.Child.Conjuncts)
            {
                Narrow(ref bounds, path, member, isMultikey);
            }
        }
        else if (PathOf(predicate, isMultikey) is { } own && path.SequenceEqual(own.Text) && Of(predicate) is { } more)
        {
            if (bounds is null || (isMultikey && more.TrueForAll(interval => interval.IsPoint)))
            {
                bounds = more;
            }
            else if (!isMultikey)
            {
                bounds = Intersect(bounds, more);
            }
        }
    }

    // From the list's path to that in its elements. A number there may be a place in the list or a name in an element.
    private static bool TryEnter(ReadOnlySpan<char> list, ref ReadOnlySpan<char> path)
    {
        if (!path.StartsWith(list) || path.Length <= list.Length || path[list.Length] != '.')
        {
            return false;
        }

        path = path[(list.Length + 1)..];
        return !path.ContainsAnyInRange('0', '9');
    }

    // What is not null is so for each entry only where a document has one.
    private static FieldPath? PathOf(FilterNode predicate, bool isMultikey) => predicate switch
    {
        PathNode node => node.Path,
        NotNode { Child: ComparisonNode { Operator: ComparisonOperator.Equal, Operand.Type: BsonType.Null } isNull } when !isMultikey => isNull.Path,
        _ => null,
    };

    private List<FieldInterval>? Of(FilterNode predicate)
    {
        if (!_known.TryGetValue(predicate, out var bounds))
        {
            bounds = Find(predicate);
            _known.Add(predicate, bounds);
        }

        return bounds;
    }

    private List<FieldInterval>? Find(FilterNode predicate) => predicate switch
    {
        ComparisonNode { IsCollated: true } or InNode { IsCollated: true } => null,
        ComparisonNode comparison => OfComparison(comparison.Operator, comparison.Operand.Value),
        InNode { Regexes.Count: 0 } membership => OfOperands(membership.Operands),
        RegexNode { Predicate.LiteralPrefix: { Length: > 0 } prefix } => OfPrefix(prefix.Span),
        NotNode => [FieldInterval.OfTypes(KeyType.MinKey, KeyType.Undefined), FieldInterval.OfTypes(KeyType.Null + 1, KeyType.MaxKey)],
        ElemMatchValueNode elements => OfElement(elements),
        _ => null,
    };

    // One element must meet all of it, and each has its own entry; but elements of elements have none.
    private List<FieldInterval>? OfElement(ElemMatchValueNode elements) =>
        Of(elements.Path, [.. elements.Child.Conjuncts.Where(predicate => predicate is not ElemMatchValueNode)], isMultikey: false);

    private List<FieldInterval>? OfComparison(ComparisonOperator comparison, BsonValue operand)
    {
        var type = KeyEncoder.TypeOf(operand.Type);
        if (type == KeyType.Null)
        {
            // Missing is stored as null.
            return [FieldInterval.Point([(byte)KeyType.Null])];
        }

        if (!IsBracketed(type) && (type != KeyType.Document || comparison != ComparisonOperator.Equal))
        {
            return null;
        }

        var encoded = Encode(operand);
        if (comparison == ComparisonOperator.Equal)
        {
            return [FieldInterval.Point(encoded)];
        }

        var bracket = FieldInterval.OfTypes(type, type);
        return comparison switch
        {
            ComparisonOperator.GreaterThan => [bracket with { Low = KeyCut.After(encoded) }],
            ComparisonOperator.GreaterThanOrEqual => [bracket with { Low = encoded }],
            ComparisonOperator.LessThan => [bracket with { High = encoded }],
            _ => [bracket with { High = KeyCut.After(encoded) }],
        };
    }

    private List<FieldInterval>? OfOperands(IReadOnlyList<Operand> operands)
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

    private byte[] Encode(BsonValue value)
    {
        _buffer.Reset();
        KeyEncoder.Encode(_buffer, value);
        return _buffer.Written.ToArray();
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
