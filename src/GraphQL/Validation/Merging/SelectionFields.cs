using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Types;

namespace OwnedData.GraphQL.Validation.Merging;

/// <summary>The fields of a selection set by response name, through inline fragments, and the fragments that it spreads, §5.3.2.</summary>
internal sealed class SelectionFields
{
    private SelectionFields(int ordinal) => Ordinal = ordinal;

    /// <summary>Which of its document's selection sets it is, in the order they were first needed.</summary>
    public int Ordinal { get; }

    public OrderedDictionary<string, List<FieldEntry>> Fields { get; } = [];

    /// <summary>Each once.</summary>
    public List<string> FragmentNames { get; } = [];

    public static SelectionFields Collect(int ordinal, GraphQLSchema schema, NamedType? parentType, SelectionSetNode selectionSet)
    {
        var result = new SelectionFields(ordinal);
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
                    var definition = parentType is ComplexType complexType && complexType.TryGetField(field.Name.Value, out var known) ? known : null;
                    Add(parentType, field, definition);
                    break;
                case FragmentSpreadNode spread when seenFragments.Add(spread.Name.Value):
                    FragmentNames.Add(spread.Name.Value);
                    break;
                case InlineFragmentNode fragment:
                    var type = parentType;
                    if (fragment.TypeCondition is { } condition)
                    {
                        schema.TryGetType(condition.Name.Value, out type);
                    }

                    Add(schema, type, fragment.SelectionSet, seenFragments);
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

        entries.Add(new FieldEntry(parentType, field, definition));
    }
}
