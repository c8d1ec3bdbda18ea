using System.Collections.Immutable;
using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Types;

namespace OwnedData.GraphQL.Validation.Rules;

/// <summary>§5.4.1: every argument is one of its field or directive.</summary>
internal sealed class ArgumentNamesRule(ValidationContext context) : ValidationRule
{
    public override void EnterField(FieldNode field)
    {
        if (context.Field is not { } definition)
        {
            return;
        }

        foreach (var argument in field.Arguments)
        {
            if (!definition.TryGetArgument(argument.Name.Value, out _))
            {
                Report(argument, $"field \"{context.ParentType}.{definition.Name}\"", definition.Arguments);
            }
        }
    }

    public override void EnterDirective(DirectiveNode directive, DirectiveDefinition? definition, string location)
    {
        if (definition is null)
        {
            return;
        }

        foreach (var argument in directive.Arguments)
        {
            if (!definition.TryGetArgument(argument.Name.Value, out _))
            {
                Report(argument, $"directive \"@{definition.Name}\"", definition.Arguments);
            }
        }
    }

    private void Report(ArgumentNode argument, string place, ImmutableArray<InputValueDefinition> known)
    {
        var name = argument.Name.Value;
        context.Report($"Unknown argument \"{name}\" on {place}.{context.Hint(name, known.Select(definition => definition.Name))}", argument);
    }
}
