using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Types;

namespace OwnedData.GraphQL.Validation.Merging;

/// <summary>
/// FieldsInSetCanMerge(), §5.3.2. Compares a selection set's own fields with each other and with those of each fragment, and fragments with
/// each other, every pair of fragments once; all pairs of fields count towards a limit. Fragments must be free of cycles and of bounded depth.
/// </summary>
internal sealed class FieldConflicts(ValidationContext context)
{
    private readonly Dictionary<SelectionSetNode, SelectionFields> _fields = new(ReferenceEqualityComparer.Instance);

    /// <summary>Pairs that were compared; true when they were as mutually exclusive only, which finds less.</summary>
    private readonly Dictionary<(string, string), bool> _fragmentPairs = [];
    private readonly Dictionary<(SelectionFields, string), bool> _fieldsAndFragments = [];
    private int _comparisons;
    private int _conflicts;

    /// <summary>Enough was compared, or found: nothing more is looked for, and the document can't be accepted.</summary>
    public bool IsExhausted => _comparisons > context.Options.MaxFieldComparisons || _conflicts > context.Options.MaxErrors;

    public List<FieldConflict> FindWithin(NamedType? parentType, SelectionSetNode selectionSet)
    {
        var conflicts = new List<FieldConflict>();
        var fields = FieldsOf(parentType, selectionSet);
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

    private SelectionFields FieldsOf(NamedType? parentType, SelectionSetNode selectionSet)
    {
        if (!_fields.TryGetValue(selectionSet, out var fields))
        {
            fields = SelectionFields.Collect(context.Schema, parentType, selectionSet);
            _fields.Add(selectionSet, fields);
        }

        return fields;
    }

    private SelectionFields FieldsOf(FragmentDefinitionNode fragment) =>
        FieldsOf(context.Schema.TryGetType(fragment.TypeCondition.Name.Value, out var type) ? type : null, fragment.SelectionSet);

    private void CompareWithFragment(List<FieldConflict> conflicts, bool areExclusive, SelectionFields fields, string fragmentName)
    {
        if (fields.Fields.Count == 0
            || context.GetFragment(fragmentName) is not { } fragment
            || !IsNew(_fieldsAndFragments, (fields, fragmentName), areExclusive))
        {
            return;
        }

        var fragmentFields = FieldsOf(fragment);
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
            || context.GetFragment(firstName) is not { } first
            || context.GetFragment(secondName) is not { } second
            || !IsNew(_fragmentPairs, pair, areExclusive))
        {
            return;
        }

        var (firstFields, secondFields) = (FieldsOf(first), FieldsOf(second));
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
        // By the names of the smaller set, so that a big one met by many small fragments stays cheap.
        var smaller = first.Fields.Count <= second.Fields.Count ? first.Fields : second.Fields;
        _comparisons += smaller.Count;
        foreach (var responseName in smaller.Keys)
        {
            if (!first.Fields.TryGetValue(responseName, out var firstEntries) || !second.Fields.TryGetValue(responseName, out var secondEntries))
            {
                continue;
            }

            foreach (var firstEntry in firstEntries)
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
        if (ReasonOf(areExclusive, first, second) is { } reason)
        {
            _conflicts++;
            conflicts.Add(new FieldConflict(responseName, reason, [first.Node], [second.Node]));
        }
        else if (first.Node.SelectionSet is { } firstSet && second.Node.SelectionSet is { } secondSet)
        {
            var nested = CompareSubfields(
                areExclusive,
                FieldsOf(first.Definition?.Type.InnermostType, firstSet),
                FieldsOf(second.Definition?.Type.InnermostType, secondSet));
            if (nested.Count > 0)
            {
                conflicts.Add(FieldConflict.OfSubfields(responseName, nested, first.Node, second.Node));
            }
        }
    }

    private static string? ReasonOf(bool areExclusive, FieldEntry first, FieldEntry second)
    {
        if (!areExclusive)
        {
            if (first.Node.Name.Value != second.Node.Name.Value)
            {
                return $"\"{first.Node.Name.Value}\" and \"{second.Node.Name.Value}\" are different fields";
            }

            if (!ValueComparison.AreSame(first.Node.Arguments, second.Node.Arguments))
            {
                return "they have differing arguments";
            }
        }

        return first.Definition is { Type: var firstType } && second.Definition is { Type: var secondType } && HaveOtherShapes(firstType, secondType)
            ? $"they return conflicting types \"{firstType}\" and \"{secondType}\""
            : null;
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

    /// <summary>SameResponseShape(), but for the subfields.</summary>
    private static bool HaveOtherShapes(GraphQLType first, GraphQLType second) => (first, second) switch
    {
        (ListType list, ListType otherList) => HaveOtherShapes(list.OfType, otherList.OfType),
        (ListType, _) or (_, ListType) => true,
        (NonNullType nonNull, NonNullType otherNonNull) => HaveOtherShapes(nonNull.OfType, otherNonNull.OfType),
        (NonNullType, _) or (_, NonNullType) => true,
        (NamedType { IsLeafType: true }, _) or (_, NamedType { IsLeafType: true }) => first != second,
        _ => false,
    };
}
