using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Types;

namespace OwnedData.GraphQL.Validation.Merging;

/// <summary>
/// FieldsInSetCanMerge(), §5.3.2, decided group by group: being the same is transitive, so each field of a response name is compared with the
/// first only, and the subfields of the whole group are merged and checked at once. What was merged of the same selection sets is checked once.
/// Visits grow with the document, not with its pairs; fragments must be free of cycles and of bounded depth.
/// </summary>
internal sealed class MergeCheck(SelectionFieldsTable table, int maxVisits)
{
    /// <summary>True where names and arguments were checked too, which finds more than shapes alone.</summary>
    private readonly Dictionary<MergedFields, bool> _checked = [];
    private readonly Dictionary<SelectionFields, MergedFields> _mergedAlone = [];
    private readonly HashSet<SelectionFields> _met = [];

    /// <summary>Fields and selection sets looked at.</summary>
    public int Visits { get; private set; }

    /// <summary>Too many were looked at: whether the rest conflicts is not known.</summary>
    public bool IsExhausted => Visits > maxVisits;

    /// <summary>The first two fields that conflict, if any do once all definitions' fragments are spread.</summary>
    public FieldConflict? FindFirst(DocumentNode document)
    {
        foreach (var operation in document.Definitions.OfType<OperationDefinitionNode>())
        {
            if (Check(Merge([table.OfOperation(operation)]), areExclusive: false) is { } conflict)
            {
                return conflict;
            }
        }

        // What no operation spreads is a mistake already, but of what is in it all is told.
        foreach (var fragment in document.Definitions.OfType<FragmentDefinitionNode>())
        {
            var fields = table.OfFragment(fragment);
            if (!_met.Contains(fields) && Check(Merge([fields]), areExclusive: false) is { } conflict)
            {
                return conflict;
            }
        }

        return null;
    }

    /// <param name="fields">What one object gets.</param>
    /// <param name="areExclusive">Whether the fields may be of different objects, so that only the shapes must agree.</param>
    private FieldConflict? Check(MergedFields fields, bool areExclusive)
    {
        if (IsExhausted || (_checked.TryGetValue(fields, out var wereCompared) && (wereCompared || areExclusive)))
        {
            return null;
        }

        _checked[fields] = !areExclusive;
        foreach (var group in fields.Groups())
        {
            Visits += group.Count;
            var conflict = group.Count == 1 ? CheckSubfields(group, areExclusive) : CheckGroup(group, areExclusive);
            if (conflict is not null)
            {
                return conflict;
            }
        }

        return null;
    }

    private FieldConflict? CheckGroup(List<FieldEntry> group, bool areExclusive)
    {
        if (areExclusive)
        {
            return FindOtherShape(group) ?? CheckSubfields(group, areExclusive: true);
        }

        var objectTypes = group.Select(entry => entry.ParentType).OfType<ObjectType>().Distinct().ToList();
        if (objectTypes.Count <= 1)
        {
            return FindOtherField(group) ?? FindOtherShape(group) ?? CheckSubfields(group, areExclusive: false);
        }

        // An object is of one type: its fields are those on this type and those on types that are not objects.
        foreach (var objectType in objectTypes)
        {
            var together = group.FindAll(entry => entry.ParentType is not ObjectType || entry.ParentType == objectType);
            Visits += together.Count;
            if ((FindOtherField(together) ?? CheckSubfields(together, areExclusive: false)) is { } conflict)
            {
                return conflict;
            }
        }

        return FindOtherShape(group) ?? CheckSubfields(group, areExclusive: true);
    }

    private FieldConflict? CheckSubfields(List<FieldEntry> group, bool areExclusive)
    {
        var sources = new List<SelectionFields>();
        foreach (var entry in group)
        {
            if (table.OfField(entry) is { } fields)
            {
                sources.Add(fields);
            }
        }

        return sources.Count == 0 ? null : Check(Merge(sources), areExclusive);
    }

    /// <summary>The selection sets with all fragments that they reach.</summary>
    private MergedFields Merge(List<SelectionFields> sources)
    {
        if (sources is not [var single])
        {
            return Spread(sources);
        }

        // `{ ...F }` is F: what operations share is then spread once for all of them.
        while (single is { Fields.Count: 0, FragmentNames: [var name] } && table.OfFragment(name) is { } fragment)
        {
            Visits++;
            _met.Add(single);
            single = fragment;
        }

        if (!_mergedAlone.TryGetValue(single, out var merged))
        {
            merged = Spread([single]);
            _mergedAlone.Add(single, merged);
        }

        return merged;
    }

    /// <summary>Each once. Those that only spread others add nothing of their own.</summary>
    private MergedFields Spread(List<SelectionFields> sources)
    {
        var seen = new HashSet<SelectionFields>(sources);
        var withFields = new List<SelectionFields>(sources.Count);
        for (var index = 0; index < sources.Count; index++)
        {
            Visits++;
            var source = sources[index];
            _met.Add(source);
            if (source.Fields.Count > 0)
            {
                withFields.Add(source);
            }

            foreach (var name in source.FragmentNames)
            {
                Visits++;
                if (table.OfFragment(name) is { } fragment && seen.Add(fragment))
                {
                    sources.Add(fragment);
                }
            }
        }

        return new MergedFields(withFields);
    }

    private static FieldConflict? FindOtherShape(List<FieldEntry> group)
    {
        var first = group.Find(entry => entry.Definition is not null);
        var other = first.Definition is null ? default : group.Find(entry => FieldDifference.OfShapes(first, entry) is not null);
        return other.Node is null ? null : Between(first, other, FieldDifference.OfShapes(first, other)!);
    }

    private static FieldConflict? FindOtherField(List<FieldEntry> group)
    {
        var first = group[0];
        var other = group.Find(entry => FieldDifference.OfFields(first, entry) is not null);
        return other.Node is null ? null : Between(first, other, FieldDifference.OfFields(first, other)!);
    }

    private static FieldConflict Between(FieldEntry first, FieldEntry second, string reason) =>
        new(first.Node.ResponseName, reason, [first.Node], [second.Node]);
}
