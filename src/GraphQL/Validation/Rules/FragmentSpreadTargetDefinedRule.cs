using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Validation.Rules;

/// <summary>§5.5.2.1: a spread names a fragment of the document.</summary>
internal sealed class FragmentSpreadTargetDefinedRule(ValidationContext context) : ValidationRule
{
    public override void EnterFragmentSpread(FragmentSpreadNode spread)
    {
        if (context.GetFragment(spread.Name.Value) is null)
        {
            context.Report($"Unknown fragment \"{spread.Name.Value}\".", spread.Name);
        }
    }
}
