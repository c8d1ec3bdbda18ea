using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Validation.Rules;

/// <summary>§5.2.4.1: a subscription has one root field, no meta-field, and it can't be skipped.</summary>
internal sealed class SingleRootFieldRule(ValidationContext context) : ValidationRule
{
    public override void LeaveDocument()
    {
        foreach (var operation in context.Document.Definitions.OfType<OperationDefinitionNode>())
        {
            // Without a root type there are no root fields to speak of.
            if (operation.Operation == OperationKind.Subscription && context.Schema.SubscriptionType is not null)
            {
                Check(operation);
            }
        }
    }

    private void Check(OperationDefinitionNode operation)
    {
        var subject = operation.Name is { } name ? $"Subscription \"{name.Value}\"" : "Anonymous Subscription";
        var (fields, conditions) = CollectRootFields(operation.SelectionSet);
        if (conditions.Count > 0)
        {
            context.Report($"{subject} must not use `@skip` or `@include` directives in the top level selection.", [.. conditions]);
        }

        if (fields.Count > 1)
        {
            context.Report($"{subject} must select only one top level field.", [.. fields.Values.Skip(1).SelectMany(nodes => nodes)]);
        }

        foreach (var nodes in fields.Values)
        {
            if (nodes[0].Name.Value.StartsWith("__", StringComparison.Ordinal))
            {
                context.Report($"{subject} must not select an introspection top level field.", [.. nodes]);
            }
        }
    }

    /// <summary>Fields by response name, and what could leave them out; each fragment is followed once.</summary>
    private (OrderedDictionary<string, List<FieldNode>> Fields, List<DirectiveNode> Conditions) CollectRootFields(SelectionSetNode root)
    {
        var fields = new OrderedDictionary<string, List<FieldNode>>();
        var conditions = new List<DirectiveNode>();
        var seen = new HashSet<string>();
        var pending = new Stack<SelectionNode>(root.Selections.Reverse());
        while (pending.TryPop(out var selection))
        {
            conditions.AddRange(selection.Directives.Where(directive => directive.Name.Value is "skip" or "include"));
            var inner = selection switch
            {
                InlineFragmentNode fragment when Applies(fragment.TypeCondition) => fragment.SelectionSet,
                FragmentSpreadNode spread when seen.Add(spread.Name.Value)
                    && context.GetFragment(spread.Name.Value) is { } fragment
                    && Applies(fragment.TypeCondition) => fragment.SelectionSet,
                _ => null,
            };
            if (selection is FieldNode field)
            {
                fields.TryAdd(field.ResponseName, []);
                fields[field.ResponseName].Add(field);
            }

            foreach (var child in inner?.Selections.Reverse() ?? [])
            {
                pending.Push(child);
            }
        }

        return (fields, conditions);
    }

    /// <summary>DoesFragmentTypeApply(), for the root type.</summary>
    private bool Applies(NamedTypeNode? condition) =>
        condition is null
        || (context.Schema.TryGetType(condition.Name.Value, out var type)
            && context.Schema.GetPossibleTypes(type).Contains(context.Schema.SubscriptionType!));
}
