using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Validation.Rules;

/// <summary>§5.5.1.1: fragments have different names.</summary>
internal sealed class FragmentNameUniquenessRule(ValidationContext context) : ValidationRule
{
    public override void EnterFragment(FragmentDefinitionNode fragment)
    {
        if (context.GetFragment(fragment.Name.Value) is { } first && !ReferenceEquals(first, fragment))
        {
            context.Report($"There can be only one fragment named \"{fragment.Name.Value}\".", first.Name, fragment.Name);
        }
    }
}
