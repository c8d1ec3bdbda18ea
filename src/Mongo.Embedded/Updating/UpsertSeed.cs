using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Matching;

namespace OwnedData.Mongo.Embedded.Updating;

/// <summary>Makes the document that an upsert starts from: the fields that the filter demands to equal a value.</summary>
internal static class UpsertSeed
{
    /// <param name="filter">The upsert's filter.</param>
    /// <param name="isIdOnly">True for a replacement, which takes nothing but `_id` from the filter.</param>
    /// <param name="output">Takes one document, whose fields stand in the order of their names.</param>
    internal static void Write(FilterNode filter, bool isIdOnly, BsonWriter output)
    {
        var root = UpdateNode.NewRoot();
        Collect(filter, isIdOnly, root);
        output.WriteStartDocument();
        new UpdateWriter(output, isInsert: true).WriteElements(BsonDocument.Empty.Span, root);
        output.WriteEndDocument();
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
            case ComparisonNode { Operator: ComparisonOperator.Equal } equality when !isIdOnly || equality.Path.Text == "_id":
                UpdateParser.CheckNesting(equality.Path, equality.Operand.Value);
                if (!root.TryAdd(equality.Path, new Modifier(ModifierKind.Set, equality.Operand), out var conflict))
                {
                    throw new StoreException(StoreErrorCode.NotSingleValueField, $"cannot infer query fields to set, path '{conflict}' is matched twice");
                }

                break;
            default:
                break;
        }
    }
}
