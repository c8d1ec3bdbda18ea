using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Types;
using OwnedData.GraphQL.Validation;

namespace OwnedData.GraphQL.Tests.Validation.Merging;

/// <summary>All selection sets of a document with their types, as the walk of validation shows them to its rules.</summary>
internal sealed class SelectionSetsOf : ValidationRule
{
    private readonly ValidationContext _context;

    public SelectionSetsOf(ValidationContext context)
    {
        _context = context;
        new DocumentWalker(context, [this]).Walk();
    }

    public List<(NamedType? ParentType, SelectionSetNode SelectionSet)> All { get; } = [];

    public override void EnterSelectionSet(SelectionSetNode selectionSet) => All.Add((_context.ParentType, selectionSet));
}
