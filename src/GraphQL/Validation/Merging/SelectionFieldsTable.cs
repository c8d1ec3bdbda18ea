using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Types;

namespace OwnedData.GraphQL.Validation.Merging;

/// <summary>The fields of every selection set of one document, each collected once.</summary>
internal sealed class SelectionFieldsTable(ValidationContext context)
{
    private readonly Dictionary<SelectionSetNode, SelectionFields> _fields = new(ReferenceEqualityComparer.Instance);

    public SelectionFields Of(NamedType? parentType, SelectionSetNode selectionSet)
    {
        if (!_fields.TryGetValue(selectionSet, out var fields))
        {
            fields = SelectionFields.Collect(_fields.Count, context.Schema, parentType, selectionSet);
            _fields.Add(selectionSet, fields);
        }

        return fields;
    }

    public SelectionFields OfOperation(OperationDefinitionNode operation) =>
        Of(context.Schema.GetRootType(operation.Operation), operation.SelectionSet);

    public SelectionFields OfFragment(FragmentDefinitionNode fragment) =>
        Of(context.Schema.TryGetType(fragment.TypeCondition.Name.Value, out var type) ? type : null, fragment.SelectionSet);

    /// <summary>Null when the document has no such fragment.</summary>
    public SelectionFields? OfFragment(string name) => context.GetFragment(name) is { } fragment ? OfFragment(fragment) : null;

    /// <summary>The subfields of a field; null when it selects none.</summary>
    public SelectionFields? OfField(FieldEntry field) =>
        field.Node.SelectionSet is { } selectionSet ? Of(field.Definition?.Type.InnermostType, selectionSet) : null;
}
