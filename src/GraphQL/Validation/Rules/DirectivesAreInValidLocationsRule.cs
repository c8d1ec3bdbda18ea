using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Types;

namespace OwnedData.GraphQL.Validation.Rules;

/// <summary>§5.7.2: a directive is where its definition allows it.</summary>
internal sealed class DirectivesAreInValidLocationsRule(ValidationContext context) : ValidationRule
{
    public override void EnterDirective(DirectiveNode directive, DirectiveDefinition? definition, string location)
    {
        if (definition is not null && !definition.Locations.Contains(location))
        {
            context.Report($"Directive \"@{definition.Name}\" may not be used on {location}.", directive);
        }
    }
}
