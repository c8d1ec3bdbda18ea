using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Types;
using OwnedData.GraphQL.Validation.Merging;

namespace OwnedData.GraphQL.Validation.Rules;

/// <summary>
/// §5.3.2: fields of one response name mean the same. After the walk, and only when fragments can be followed. <see cref="MergeCheck"/> decides;
/// <see cref="ConflictSearch"/> then tells all conflicts, or as many as it may look for.
/// </summary>
internal sealed class FieldSelectionMergingRule(ValidationContext context) : ValidationRule
{
    /// <summary>
    /// A document of 15,000 tokens has below 60,000 unless its selection sets multiply its fragments: then this ends it within some 50 ms.
    /// </summary>
    private const int MaxVisits = 200_000;

    /// <summary>Without those of inline fragments: their fields are those of the selection set around them.</summary>
    private readonly List<(NamedType? ParentType, SelectionSetNode SelectionSet)> _selectionSets = [];

    private SelectionSetNode? _inline;

    public override void EnterInlineFragment(InlineFragmentNode fragment) => _inline = fragment.SelectionSet;

    public override void EnterSelectionSet(SelectionSetNode selectionSet)
    {
        if (!ReferenceEquals(selectionSet, _inline))
        {
            _selectionSets.Add((context.ParentType, selectionSet));
        }
    }

    public override void LeaveDocument()
    {
        if (!context.AreFragmentsSafe)
        {
            return;
        }

        var table = new SelectionFieldsTable(context);
        var check = new MergeCheck(table, MaxVisits);
        if (check.FindFirst(context.Document) is { } first)
        {
            ReportAll(table, first);
        }
        else if (check.IsExhausted)
        {
            context.Report(
                "The document combines its fragments in so many ways that whether fields conflict is not checked. Repeat fewer fragments.",
                _selectionSets[0].SelectionSet);
        }
    }

    private void ReportAll(SelectionFieldsTable table, FieldConflict first)
    {
        var search = new ConflictSearch(context, table);
        var areTold = false;
        foreach (var (parentType, selectionSet) in _selectionSets)
        {
            foreach (var conflict in search.FindWithin(parentType, selectionSet))
            {
                Report(conflict);
                areTold = true;
            }
        }

        if (!areTold)
        {
            Report(first);
        }
    }

    private void Report(FieldConflict conflict) => context.Report(
        $"Fields \"{conflict.ResponseName}\" conflict because {conflict.Reason}." +
        " Use different aliases on the fields to fetch both if this was intentional.",
        [.. conflict.First, .. conflict.Second]);
}
