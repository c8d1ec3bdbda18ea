using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Validation.Rules;

/// <summary>§5.5.1.1: fragments have different names.</summary>
internal sealed class FragmentNameUniquenessRule(ValidationContext context) : ValidationRule
{
    private readonly Dictionary<string, NameNode> _names = [];

    public override void EnterFragment(FragmentDefinitionNode fragment)
    {
        if (!_names.TryAdd(fragment.Name.Value, fragment.Name))
        {
            context.Report($"There can be only one fragment named \"{fragment.Name.Value}\".", _names[fragment.Name.Value], fragment.Name);
        }
    }
}
