using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Types;

namespace OwnedData.GraphQL.Validation.Rules;

/// <summary>§5.5.2.3: the type of a fragment and the type around it have objects in common.</summary>
internal sealed class FragmentSpreadIsPossibleRule(ValidationContext context) : ValidationRule
{
    private readonly Dictionary<(NamedType, NamedType), bool> _overlaps = [];

    public override void EnterInlineFragment(InlineFragmentNode fragment)
    {
        if (fragment.TypeCondition is { } condition)
        {
            Check(condition, "Fragment", fragment);
        }
    }

    public override void EnterFragmentSpread(FragmentSpreadNode spread)
    {
        if (context.GetFragment(spread.Name.Value) is { } fragment)
        {
            Check(fragment.TypeCondition, $"Fragment \"{spread.Name.Value}\"", spread);
        }
    }

    private void Check(NamedTypeNode condition, string subject, SelectionNode node)
    {
        if (context.ParentType is { } parentType
            && context.Schema.TryGetType(condition.Name.Value, out var type)
            && type.IsCompositeType
            && !Overlap(parentType, type))
        {
            context.Report($"{subject} cannot be spread here as objects of type \"{parentType}\" can never be of type \"{type}\".", node);
        }
    }

    private bool Overlap(NamedType first, NamedType second)
    {
        if (first == second)
        {
            return true;
        }

        if (!_overlaps.TryGetValue((first, second), out var overlap))
        {
            overlap = context.Schema.GetPossibleTypes(first).Intersect(context.Schema.GetPossibleTypes(second)).Any();
            _overlaps.Add((first, second), overlap);
        }

        return overlap;
    }
}
