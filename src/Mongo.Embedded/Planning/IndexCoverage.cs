using OwnedData.Mongo.Embedded.Indexing;
using OwnedData.Mongo.Embedded.Matching;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Planning;

/// <summary>
/// Whether the entries in an access's ranges are those of the matching documents and no others, one for each. The one place where the filter is not checked
/// again, so it asks for the plainest case: equalities with plain values on leading fields that never met an array.
/// </summary>
internal static class IndexCoverage
{
    internal static bool IsExact(IndexAccess access, IReadOnlyList<FilterNode> predicates)
    {
        var pointFields = access.Ranges.IsEmpty ? 0 : access.Ranges.Min(range => range.Points.Length);
        var fields = access.Index.Fields.Take(pointFields).Select(field => field.Path.Text).ToHashSet();
        return !access.Index.IsMultikey && predicates.All(predicate => predicate is PathNode { Path.Text: var path } && IsEquality(predicate) && fields.Contains(path));
    }

    private static bool IsEquality(FilterNode predicate) => predicate switch
    {
        ComparisonNode { Operator: ComparisonOperator.Equal, Operand: var operand } => IsPlain(operand),
        InNode { Regexes.Count: 0, Operands: var operands } => operands.All(IsPlain),
        _ => false,
    };

    // Null stands for missing too, and a document or an array may equal what its entry does not show.
    private static bool IsPlain(Operand operand) => FieldBounds.IsBracketed(KeyEncoder.TypeOf(operand.Type));
}
