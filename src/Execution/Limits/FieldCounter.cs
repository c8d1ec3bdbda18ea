using OwnedData.GraphQL.Introspection;
using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Validation;

namespace OwnedData.Execution.Limits;

/// <summary>
/// Counts the fields of an operation as if all fragments were spread, without spreading them: each fragment is counted once, however
/// often it is used, so the time is that of the document's length.
/// </summary>
internal sealed class FieldCounter(ValidatedDocument document)
{
    private readonly Dictionary<string, FieldTally> _fragments = [];

    /// <summary>Selections looked at so far: never more than stand in the document.</summary>
    public int Visits { get; private set; }

    public FieldTally Count(SelectionSetNode selectionSet)
    {
        var tally = default(FieldTally);
        foreach (var selection in selectionSet.Selections)
        {
            Visits++;
            tally += selection switch
            {
                FieldNode field => CountField(field),
                InlineFragmentNode fragment => Count(fragment.SelectionSet),
                _ => CountFragment(((FragmentSpreadNode)selection).Name.Value),
            };
        }

        return tally;
    }

    private FieldTally CountField(FieldNode field)
    {
        var own = new FieldTally(1, field.Alias is not null && field.Name.Value != IntrospectionFields.TypeName ? 1 : 0);
        return field.SelectionSet is { } selectionSet ? own + Count(selectionSet) : own;
    }

    private FieldTally CountFragment(string name)
    {
        if (!_fragments.TryGetValue(name, out var tally))
        {
            tally = Count(document.Fragments[name].SelectionSet);
            _fragments.Add(name, tally);
        }

        return tally;
    }
}
