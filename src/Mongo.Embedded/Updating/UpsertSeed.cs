using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Matching;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Updating;

/// <summary>Makes the document that an upsert starts from: the fields that the filter demands to equal a value.</summary>
internal static class UpsertSeed
{
    private static readonly ArrayFilters s_noFilters = ArrayFilters.Parse([], collation: null);

    /// <param name="filter">The upsert's filter.</param>
    /// <param name="isIdOnly">True for a replacement, which takes nothing but `_id` from the filter.</param>
    /// <param name="output">Takes one document, whose fields stand in the order of their names.</param>
    internal static void Write(FilterNode filter, bool isIdOnly, BsonWriter output)
    {
        var root = UpdateNode.NewRoot();
        Collect(filter, isIdOnly, root);
        new UpdateWriter(BsonDocument.Empty.Span, isInsert: true, UpdateWriter.NoPosition, output).Write(root);
    }

    private static void Collect(FilterNode node, bool isIdOnly, UpdateNode root)
    {
        switch (node)
        {
            case AndNode and:
                foreach (var child in and.Children)
                {
                    Collect(child, isIdOnly, root);
                }

                break;
            case ComparisonNode { Operator: ComparisonOperator.Equal } equality:
                Add(equality.Path, equality.Operand, isIdOnly, root);
                break;
            case InNode { Operands: [var operand], Regexes.Count: 0 } membership:
                Add(membership.Path, operand, isIdOnly, root);
                break;
            default:
                break;
        }
    }

    private static void Add(FieldPath path, Operand value, bool isIdOnly, UpdateNode root)
    {
        if (isIdOnly && path.Text != "_id")
        {
            return;
        }

        UpdateParser.CheckNesting(path, value.Value);
        if (!root.TryAdd(path, s_noFilters, new Modifier(ModifierKind.Set, value), out var conflict))
        {
            throw new StoreException(StoreErrorCode.NotSingleValueField, $"cannot infer query fields to set, path '{conflict}' is matched twice");
        }
    }
}
