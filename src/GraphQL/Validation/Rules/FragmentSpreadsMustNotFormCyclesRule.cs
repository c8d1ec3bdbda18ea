using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Validation.Rules;

/// <summary>
/// §5.5.2.2: no fragment reaches itself; and, beyond the specification, none are nested deeper than the options allow. Every later stage may
/// recurse.
/// </summary>
internal sealed class FragmentSpreadsMustNotFormCyclesRule(ValidationContext context) : ValidationRule
{
    private const int MaxNames = 20;

    private readonly HashSet<FragmentDefinitionNode> _visited = new(ReferenceEqualityComparer.Instance);

    /// <summary>The spreads on the way from the first fragment to the one that is looked at, with the fragments in which they stand.</summary>
    private readonly List<(FragmentDefinitionNode Fragment, IEnumerator<FragmentSpreadNode> Spreads)> _path = [];

    private readonly Dictionary<FragmentDefinitionNode, int> _pathIndexes = new(ReferenceEqualityComparer.Instance);

    private bool _hasCycle;

    public override void LeaveDocument()
    {
        foreach (var fragment in context.Document.Definitions.OfType<FragmentDefinitionNode>())
        {
            // Of fragments with one name only the last can be spread.
            if (ReferenceEquals(context.GetFragment(fragment.Name.Value), fragment))
            {
                Follow(fragment);
            }
        }

        context.AreFragmentsSafe = !_hasCycle && AreShallow();
    }

    /// <summary>Depth first with a stack of one's own: a chain of fragments may be as long as the document.</summary>
    private void Follow(FragmentDefinitionNode start)
    {
        Enter(start);
        while (_path.Count > 0 && !context.IsFull)
        {
            var spreads = _path[^1].Spreads;
            if (!spreads.MoveNext())
            {
                _pathIndexes.Remove(_path[^1].Fragment);
                _path.RemoveAt(_path.Count - 1);
            }
            else if (context.GetFragment(spreads.Current.Name.Value) is { } fragment)
            {
                if (_pathIndexes.TryGetValue(fragment, out var index))
                {
                    Report(fragment, index);
                }
                else
                {
                    Enter(fragment);
                }
            }
        }
    }

    private void Enter(FragmentDefinitionNode fragment)
    {
        if (_visited.Add(fragment))
        {
            _pathIndexes.Add(fragment, _path.Count);
            _path.Add((fragment, context.FragmentGraph.SpreadsOf(fragment).GetEnumerator()));
        }
    }

    private void Report(FragmentDefinitionNode fragment, int index)
    {
        _hasCycle = true;
        var cycle = _path.Skip(index).Select(step => step.Spreads.Current).ToList();
        var names = cycle.SkipLast(1).Take(MaxNames).Select(spread => $"\"{spread.Name.Value}\"");
        var via = string.Join(", ", names) + (cycle.Count - 1 > MaxNames ? ", …" : "");
        context.Report($"Cannot spread fragment \"{fragment.Name.Value}\" within itself{(via.Length == 0 ? "" : $" via {via}")}.", [.. cycle]);
    }

    private bool AreShallow()
    {
        var areShallow = true;
        foreach (var definition in context.Document.Definitions)
        {
            if (context.FragmentGraph.DepthOf(definition) > context.Options.MaxDepth)
            {
                areShallow = false;
                if (definition is OperationDefinitionNode)
                {
                    context.Report(
                        $"Selections are nested more than {context.Options.MaxDepth} levels deep once all fragments are spread.",
                        definition);
                }
            }
        }

        return areShallow;
    }
}
