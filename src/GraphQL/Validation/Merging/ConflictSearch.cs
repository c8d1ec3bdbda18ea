using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Types;

namespace OwnedData.GraphQL.Validation.Merging;

/// <summary>
/// Tells the conflicts of a document that <see cref="MergeCheck"/> found to have some: every pair, in the order and the words of GraphQL's
/// reference implementation, which merges nothing but compares selection sets and fragments pairwise. Pairs grow with the square of the
/// document, so the search ends early, and finds nothing where it ends before the first.
/// </summary>
internal sealed class ConflictSearch(ValidationContext context, SelectionFieldsTable table)
{
    /// <summary>A few milliseconds: a hundred times what documents in use have, while a hostile one must not gain time by being refused.</summary>
    private const int MaxComparisons = 20_000;

    /// <summary>Pairs that were compared; true when they were as mutually exclusive only, which finds less.</summary>
    private readonly Dictionary<(string, string), bool> _fragmentPairs = [];
    private readonly Dictionary<(SelectionFields, string), bool> _fieldsAndFragments = [];
    private int _comparisons;
    private int _conflicts;

    private bool IsExhausted => _comparisons > MaxComparisons || _conflicts > context.Options.MaxErrors;

    public List<FieldConflict> FindWithin(NamedType? parentType, SelectionSetNode selectionSet)
    {
        var conflicts = new List<FieldConflict>();
        var fields = table.Of(parentType, selectionSet);
        foreach (var (responseName, entries) in fields.Fields)
        {
            for (var first = 0; first < entries.Count - 1; first++)
            {
                for (var second = first + 1; second < entries.Count && !IsExhausted; second++)
                {
                    Compare(conflicts, false, responseName, entries[first], entries[second]);
                }
            }
        }

        for (var first = 0; first < fields.FragmentNames.Count; first++)
        {
            CompareWithFragment(conflicts, false, fields, fields.FragmentNames[first]);
            for (var second = first + 1; second < fields.FragmentNames.Count && !IsExhausted; second++)
            {
                CompareFragments(conflicts, false, fields.FragmentNames[first], fields.FragmentNames[second]);
            }
        }

        return conflicts;
    }

    private void CompareWithFragment(List<FieldConflict> conflicts, bool areExclusive, SelectionFields fields, string fragmentName)
    {
        if (fields.Fields.Count == 0
            || table.OfFragment(fragmentName) is not { } fragmentFields
            || !IsNew(_fieldsAndFragments, (fields, fragmentName), areExclusive))
        {
            return;
        }

        if (fragmentFields == fields)
        {
            return;
        }

        Compare(conflicts, areExclusive, fields, fragmentFields);
        foreach (var nested in fragmentFields.FragmentNames)
        {
            CompareWithFragment(conflicts, areExclusive, fields, nested);
        }
    }

    private void CompareFragments(List<FieldConflict> conflicts, bool areExclusive, string firstName, string secondName)
    {
        var pair = string.CompareOrdinal(firstName, secondName) < 0 ? (firstName, secondName) : (secondName, firstName);
        if (firstName == secondName
            || table.OfFragment(firstName) is not { } firstFields
            || table.OfFragment(secondName) is not { } secondFields
            || !IsNew(_fragmentPairs, pair, areExclusive))
        {
            return;
        }

        Compare(conflicts, areExclusive, firstFields, secondFields);
        foreach (var nested in secondFields.FragmentNames)
        {
            CompareFragments(conflicts, areExclusive, firstName, nested);
        }

        foreach (var nested in firstFields.FragmentNames)
        {
            CompareFragments(conflicts, areExclusive, nested, secondName);
        }
    }

    /// <summary>Counts the pair; false when it was compared already in a way that finds at least as much.</summary>
    private bool IsNew<TPair>(Dictionary<TPair, bool> pairs, TPair pair, bool areExclusive)
        where TPair : notnull
    {
        _comparisons++;
        if (IsExhausted || (pairs.TryGetValue(pair, out var wereExclusive) && (!wereExclusive || areExclusive)))
        {
            return false;
        }

        pairs[pair] = areExclusive;
        return true;
    }

    private void Compare(List<FieldConflict> conflicts, bool areExclusive, SelectionFields first, SelectionFields second)
    {
        // By the names of the smaller set, so that a big one met by many small fragments stays cheap; told in the order of the first.
        _comparisons += Math.Min(first.Fields.Count, second.Fields.Count);
        var shared = first.Fields.Count <= second.Fields.Count
            ? first.Fields.Keys.Where(second.Fields.ContainsKey)
            : second.Fields.Keys.Where(first.Fields.ContainsKey).OrderBy(first.Fields.IndexOf);
        foreach (var responseName in shared)
        {
            var secondEntries = second.Fields[responseName];
            foreach (var firstEntry in first.Fields[responseName])
            {
                for (var index = 0; index < secondEntries.Count && !IsExhausted; index++)
                {
                    Compare(conflicts, areExclusive, responseName, firstEntry, secondEntries[index]);
                }
            }
        }
    }

    private void Compare(List<FieldConflict> conflicts, bool parentsAreExclusive, string responseName, FieldEntry first, FieldEntry second)
    {
        _comparisons++;

        // Two objects of different types are never one object, so only the shapes must agree.
        var areExclusive = parentsAreExclusive
            || (first.ParentType != second.ParentType && first.ParentType is ObjectType && second.ParentType is ObjectType);
        var reason = areExclusive ? null : FieldDifference.OfFields(first, second);
        reason ??= FieldDifference.OfShapes(first, second);
        if (reason is not null)
        {
            _conflicts++;
            conflicts.Add(new FieldConflict(responseName, reason, [first.Node], [second.Node]));
        }
        else if (table.OfField(first) is { } firstFields && table.OfField(second) is { } secondFields)
        {
            var nested = CompareSubfields(areExclusive, firstFields, secondFields);
            if (nested.Count > 0)
            {
                conflicts.Add(FieldConflict.OfSubfields(responseName, nested, first.Node, second.Node));
            }
        }
    }

    private List<FieldConflict> CompareSubfields(bool areExclusive, SelectionFields first, SelectionFields second)
    {
        var conflicts = new List<FieldConflict>();
        Compare(conflicts, areExclusive, first, second);
        foreach (var fragment in second.FragmentNames)
        {
            CompareWithFragment(conflicts, areExclusive, first, fragment);
        }

        foreach (var fragment in first.FragmentNames)
        {
            CompareWithFragment(conflicts, areExclusive, second, fragment);
        }

        foreach (var firstFragment in first.FragmentNames)
        {
            foreach (var secondFragment in second.FragmentNames)
            {
                CompareFragments(conflicts, areExclusive, firstFragment, secondFragment);
            }
        }

        return conflicts;
    }
}
