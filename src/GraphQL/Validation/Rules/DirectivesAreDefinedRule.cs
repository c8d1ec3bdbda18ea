using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Types;

namespace OwnedData.GraphQL.Validation.Rules;

/// <summary>§5.7.1: every directive is one of the schema.</summary>
internal sealed class DirectivesAreDefinedRule(ValidationContext context) : ValidationRule
{
    public override void EnterDirective(DirectiveNode directive, DirectiveDefinition? definition, string location)
    {
        if (definition is null)
        {
            context.Report($"Unknown directive \"@{directive.Name.Value}\".", directive);
        }
    }
}
