using System.Collections.Immutable;
using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Types;

namespace OwnedData.GraphQL.Validation.Rules;

/// <summary>§5.4.2: an argument is given once.</summary>
internal sealed class ArgumentUniquenessRule(ValidationContext context) : ValidationRule
{
    public override void EnterField(FieldNode field) => Check(field.Arguments);

    public override void EnterDirective(DirectiveNode directive, DirectiveDefinition? definition, string location) => Check(directive.Arguments);

    private void Check(ImmutableArray<ArgumentNode> arguments)
    {
        if (arguments.Length < 2)
        {
            return;
        }

        foreach (var group in arguments.GroupBy(argument => argument.Name.Value))
        {
            if (group.Skip(1).Any())
            {
                context.Report($"There can be only one argument named \"{group.Key}\".", [.. group.Select(argument => argument.Name)]);
            }
        }
    }
}
