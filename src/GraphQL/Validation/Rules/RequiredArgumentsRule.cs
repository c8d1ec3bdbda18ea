using System.Collections.Immutable;
using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Types;

namespace OwnedData.GraphQL.Validation.Rules;

/// <summary>§5.4.3: arguments without which a field or directive can't be are given.</summary>
internal sealed class RequiredArgumentsRule(ValidationContext context) : ValidationRule
{
    public override void EnterField(FieldNode field)
    {
        if (context.Field is { } definition)
        {
            Check(definition.Arguments, field.Arguments, $"Field \"{definition.Name}\"", field);
        }
    }

    public override void EnterDirective(DirectiveNode directive, DirectiveDefinition? definition, string location)
    {
        if (definition is not null)
        {
            Check(definition.Arguments, directive.Arguments, $"Directive \"@{definition.Name}\"", directive);
        }
    }

    private void Check(ImmutableArray<InputValueDefinition> definitions, ImmutableArray<ArgumentNode> arguments, string subject, SyntaxNode node)
    {
        foreach (var definition in definitions)
        {
            if (definition.IsRequired && !arguments.Any(argument => argument.Name.Value == definition.Name))
            {
                context.Report($"{subject} argument \"{definition.Name}\" of type \"{definition.Type}\" is required, but it was not provided.", node);
            }
        }
    }
}
