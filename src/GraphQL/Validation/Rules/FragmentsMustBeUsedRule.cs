using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Validation.Rules;

/// <summary>§5.5.1.4: every fragment is reached by an operation.</summary>
internal sealed class FragmentsMustBeUsedRule(ValidationContext context) : ValidationRule
{
    public override void LeaveDocument()
    {
        // Fragments may be reached by many operations: one walk over all of them together visits each once.
        var used = new HashSet<string>();
        var pending = new Stack<DefinitionNode>(context.Document.Definitions.OfType<OperationDefinitionNode>());
        while (pending.TryPop(out var definition))
        {
            foreach (var spread in context.FragmentGraph.SpreadsOf(definition))
            {
                if (used.Add(spread.Name.Value) && context.GetFragment(spread.Name.Value) is { } fragment)
                {
                    pending.Push(fragment);
                }
            }
        }

        foreach (var fragment in context.Document.Definitions.OfType<FragmentDefinitionNode>())
        {
            if (!used.Contains(fragment.Name.Value))
            {
                context.Report($"Fragment \"{fragment.Name.Value}\" is never used.", fragment);
            }
        }
    }
}
