using System.Collections.Immutable;
using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Validation.Rules;

/// <summary>§5.7.3: a directive is given once in its place, unless it is repeatable.</summary>
internal sealed class DirectivesAreUniquePerLocationRule(ValidationContext context) : ValidationRule
{
    public override void EnterDirectives(ImmutableArray<DirectiveNode> directives, string location)
    {
        if (directives.Length < 2)
        {
            return;
        }

        var seen = new Dictionary<string, DirectiveNode>();
        foreach (var directive in directives)
        {
            var name = directive.Name.Value;
            if (!seen.TryAdd(name, directive) && context.Schema.TryGetDirective(name, out var definition) && !definition.IsRepeatable)
            {
                context.Report($"The directive \"@{name}\" can only be used once at this location.", seen[name], directive);
            }
        }
    }
}
