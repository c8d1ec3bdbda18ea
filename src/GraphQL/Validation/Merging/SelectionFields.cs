using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Types;

namespace OwnedData.GraphQL.Validation.Merging;

/// <summary>The fields of a selection set by response name, through inline fragments, and the fragments that it spreads, §5.3.2.</summary>
internal sealed class SelectionFields
{
    private SelectionFields()
    {
    }

    public OrderedDictionary<string, List<FieldEntry>> Fields { get; } = [];

    /// <summary>Each once.</summary>
    public List<string> FragmentNames { get; } = [];

    public static SelectionFields Collect(GraphQLSchema schema, NamedType? parentType, SelectionSetNode selectionSet)
    {
        var result = new SelectionFields();
        result.Add(schema, parentType, selectionSet, []);
        return result;
    }

    private void Add(GraphQLSchema schema, NamedType? parentType, SelectionSetNode selectionSet, HashSet<string> seenFragments)
    {
        foreach (var selection in selectionSet.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    var definition = parentType is ComplexType type && type.TryGetField(field.Name.Value, out var known) ? known : null;
                    Add(parentType, field, definition);
                    break;
                case FragmentSpreadNode spread when seenFragments.Add(spread.Name.Value):
                    FragmentNames.Add(spread.Name.Value);
                    break;
                case InlineFragmentNode fragment:
                    var condition = fragment.TypeCondition is { } node && schema.TryGetType(node.Name.Value, out var found) ? found : parentType;
                    Add(schema, condition, fragment.SelectionSet, seenFragments);
                    break;
            }
        }
    }

    private void Add(NamedType? parentType, FieldNode field, FieldDefinition? definition)
    {
        if (!Fields.TryGetValue(field.ResponseName, out var entries))
        {
            entries = [];
            Fields.Add(field.ResponseName, entries);
        }

        // The same leaf again can't conflict with anything the first doesn't: `{ a a a … }` stays one entry.
        var isRepeated = entries.Count > 0
            && entries[0] is var first
            && first.ParentType == parentType
            && first.Node.Name.Value == field.Name.Value
            && first.Node.SelectionSet is null
            && field.SelectionSet is null
            && ValueComparison.AreSame(first.Node.Arguments, field.Arguments);
        if (!isRepeated)
        {
            entries.Add(new FieldEntry(parentType, field, definition));
        }
    }
}
