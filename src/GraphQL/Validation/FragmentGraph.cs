using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Validation;

/// <summary>
/// Which definition spreads which fragments and uses which variables, noted during the walk. What is asked of it afterwards goes without
/// recursion and visits every definition once, however the fragments hang together.
/// </summary>
internal sealed class FragmentGraph(Dictionary<string, FragmentDefinitionNode> fragments)
{
    private readonly Dictionary<DefinitionNode, Node> _nodes = new(ReferenceEqualityComparer.Instance);
    private Node _current = new();

    /// <summary>What is added from here on belongs to this definition.</summary>
    public void Enter(DefinitionNode definition) => _nodes[definition] = _current = new Node();

    public void AddSpread(FragmentSpreadNode spread, int depth) => _current.Spreads.Add((spread, depth));

    public void AddUsage(VariableUsage usage) => _current.Usages.Add(usage);

    public void AddDepth(int depth) => _current.Depth = Math.Max(_current.Depth, depth);

    /// <summary>The spreads in a definition itself.</summary>
    public IEnumerable<FragmentSpreadNode> SpreadsOf(DefinitionNode definition) => _nodes[definition].Spreads.Select(entry => entry.Spread);

    /// <summary>The definition and all fragments that it reaches, each once, in the order they are met.</summary>
    public List<DefinitionNode> Reach(DefinitionNode definition)
    {
        var reached = new List<DefinitionNode> { definition };
        var seen = new HashSet<DefinitionNode>(ReferenceEqualityComparer.Instance) { definition };
        for (var index = 0; index < reached.Count; index++)
        {
            foreach (var (spread, _) in _nodes[reached[index]].Spreads)
            {
                if (fragments.TryGetValue(spread.Name.Value, out var fragment) && seen.Add(fragment))
                {
                    reached.Add(fragment);
                }
            }
        }

        return reached;
    }

    /// <summary>The variables used in a definition itself.</summary>
    public List<VariableUsage> UsagesOf(DefinitionNode definition) => _nodes[definition].Usages;

    /// <summary>Levels of selection sets and fragments inside each other once all are spread. Only for definitions that reach no cycle.</summary>
    public int DepthOf(DefinitionNode definition)
    {
        // Post-order with a stack of one's own: a chain of fragments may be as long as the document.
        var pending = new Stack<(Node Node, bool IsLeaving)>([(_nodes[definition], false)]);
        while (pending.TryPop(out var step))
        {
            if (step.IsLeaving)
            {
                step.Node.TotalDepth = TargetsOf(step.Node).Aggregate(
                    step.Node.Depth,
                    (total, target) => Math.Max(total, target.Depth + target.Node.TotalDepth));
            }
            else if (step.Node.TotalDepth == 0)
            {
                pending.Push((step.Node, true));
                foreach (var (target, _) in TargetsOf(step.Node))
                {
                    pending.Push((target, false));
                }
            }
        }

        return _nodes[definition].TotalDepth;
    }

    private IEnumerable<(Node Node, int Depth)> TargetsOf(Node node)
    {
        foreach (var (spread, depth) in node.Spreads)
        {
            if (fragments.TryGetValue(spread.Name.Value, out var fragment))
            {
                yield return (_nodes[fragment], depth);
            }
        }
    }

    private sealed class Node
    {
        public List<(FragmentSpreadNode Spread, int Depth)> Spreads { get; } = [];

        public List<VariableUsage> Usages { get; } = [];

        /// <summary>Of the definition itself.</summary>
        public int Depth { get; set; }

        /// <summary>With its fragments; 0 until asked for.</summary>
        public int TotalDepth { get; set; }
    }
}
