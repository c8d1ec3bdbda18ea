using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Validation.Rules;

/// <summary>§5.3.3: scalars and enums end a selection, composite types don't.</summary>
internal sealed class LeafFieldSelectionsRule(ValidationContext context) : ValidationRule
{
    public override void EnterField(FieldNode field)
    {
        if (context.Field is not { Type: var type })
        {
            return;
        }

        if (type.InnermostType.IsLeafType)
        {
            if (field.SelectionSet is { } selectionSet)
            {
                context.Report($"Field \"{field.Name.Value}\" must not have a selection since type \"{type}\" has no subfields.", selectionSet);
            }
        }
        else if (field.SelectionSet is null)
        {
            var name = field.Name.Value;
            context.Report($"Field \"{name}\" of type \"{type}\" must have a selection of subfields. Did you mean \"{name} {{ ... }}\"?", field);
        }
    }
}
