namespace OwnedData.GraphQL.Validation.Merging;

/// <summary>
/// The fields that one object of the response may get, by response name: of several selection sets, with their fragments. Equal when they come
/// of the same selection sets, so that what was checked once is known again wherever fragments repeat it.
/// </summary>
internal sealed class MergedFields : IEquatable<MergedFields>
{
    private readonly SelectionFields[] _sources;
    private readonly int _hash;

    /// <param name="sources">Each once, in any order.</param>
    public MergedFields(List<SelectionFields> sources)
    {
        sources.Sort((first, second) => first.Ordinal.CompareTo(second.Ordinal));
        _sources = [.. sources];
        var hash = default(HashCode);
        foreach (var source in _sources)
        {
            hash.Add(source.Ordinal);
        }

        _hash = hash.ToHashCode();
    }

    /// <summary>The fields of each response name.</summary>
    public IEnumerable<List<FieldEntry>> Groups()
    {
        if (_sources is [var only])
        {
            return only.Fields.Values;
        }

        var groups = new OrderedDictionary<string, List<FieldEntry>>();
        foreach (var source in _sources)
        {
            foreach (var (responseName, entries) in source.Fields)
            {
                if (!groups.TryGetValue(responseName, out var group))
                {
                    groups.Add(responseName, group = new List<FieldEntry>(entries.Count));
                }

                group.AddRange(entries);
            }
        }

        return groups.Values;
    }

    public bool Equals(MergedFields? other) => other is not null && _sources.AsSpan().SequenceEqual(other._sources);

    public override bool Equals(object? obj) => Equals(obj as MergedFields);

    public override int GetHashCode() => _hash;
}
