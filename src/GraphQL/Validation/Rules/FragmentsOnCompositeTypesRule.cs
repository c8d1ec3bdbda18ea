using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Validation.Rules;

/// <summary>§5.5.1.3: a fragment is over an object, an interface or a union.</summary>
internal sealed class FragmentsOnCompositeTypesRule(ValidationContext context) : ValidationRule
{
    public override void EnterInlineFragment(InlineFragmentNode fragment)
    {
        if (fragment.TypeCondition is { } condition)
        {
            Check(condition, "Fragment");
        }
    }

    public override void EnterFragment(FragmentDefinitionNode fragment) => Check(fragment.TypeCondition, $"Fragment \"{fragment.Name.Value}\"");

    private void Check(NamedTypeNode condition, string subject)
    {
        if (context.Schema.TryGetType(condition.Name.Value, out var type) && !type.IsCompositeType)
        {
            context.Report($"{subject} cannot condition on non composite type \"{type}\".", condition);
        }
    }
}
