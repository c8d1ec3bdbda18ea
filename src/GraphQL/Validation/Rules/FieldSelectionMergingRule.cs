using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Types;
using OwnedData.GraphQL.Validation.Merging;

namespace OwnedData.GraphQL.Validation.Rules;

/// <summary>§5.3.2: fields of one response name mean the same. After the walk, and only when fragments can be followed.</summary>
internal sealed class FieldSelectionMergingRule(ValidationContext context) : ValidationRule
{
    private readonly List<(NamedType? ParentType, SelectionSetNode SelectionSet)> _selectionSets = [];

    public override void EnterSelectionSet(SelectionSetNode selectionSet) => _selectionSets.Add((context.ParentType, selectionSet));

    public override void LeaveDocument()
    {
        if (!context.AreFragmentsSafe)
        {
            return;
        }

        var conflicts = new FieldConflicts(context);
        foreach (var (parentType, selectionSet) in _selectionSets)
        {
            foreach (var conflict in conflicts.FindWithin(parentType, selectionSet))
            {
                context.Report(
                    $"Fields \"{conflict.ResponseName}\" conflict because {conflict.Reason}." +
                    " Use different aliases on the fields to fetch both if this was intentional.",
                    [.. conflict.First, .. conflict.Second]);
            }

            if (conflicts.IsExhausted && !context.HasErrors)
            {
                context.Report(
                    "The document repeats so many fields that whether they conflict is not checked. Ask for each field fewer times.",
                    selectionSet);
            }
        }
    }
}
