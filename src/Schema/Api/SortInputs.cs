using OwnedData.GraphQL.Language;
using OwnedData.Schema.Model;

namespace OwnedData.Schema.Api;

/// <summary>Makes the inputs of `order`: fields that hold one plain value, nested ones too. Lists, JSON and bytes have no order.</summary>
internal sealed class SortInputs
{
    private readonly HashSet<EmbeddedType> _sortable = [];

    public SortInputs(DataModel model)
    {
        // An object is sortable by what is in it. Objects may contain each other, so this is a least fixed point.
        while (model.EmbeddedTypes.Any(type => type.Fields.Any(IsSortable) && _sortable.Add(type)))
        {
        }
    }

    /// <summary>`NoteSortInput`; null for an embedded type without anything to sort by.</summary>
    public InputObjectTypeDefinitionNode? OfType(ModelType type)
    {
        if (type is EmbeddedType embedded && !_sortable.Contains(embedded))
        {
            return null;
        }

        var fields = type.Fields.Where(IsSortable).Select(field => OfField(field.Name, field.Type));
        return Sdl.InputObject(
            ApiNames.SortInput(type.Name),
            null,
            type is StoredType ? fields.Prepend(OfLeaf("id")) : fields);
    }

    private bool IsSortable(ModelField field) => !field.IsInternal && field.Type switch
    {
        ScalarFieldType { Kind: not (ScalarKind.JSON or ScalarKind.ByteArray) } or EnumFieldType => true,
        EmbeddedFieldType embedded => _sortable.Contains(embedded.Object),
        _ => false,
    };

    private static InputValueDefinitionNode OfField(string name, FieldType type) =>
        type is EmbeddedFieldType embedded ? Sdl.Input(name, ApiNames.SortInput(embedded.Object.Name)) : OfLeaf(name);

    private static InputValueDefinitionNode OfLeaf(string name) =>
        Sdl.Input(name, ApiNames.SortEnumType) with { Directives = [CostDirectives.OfCondition] };
}
