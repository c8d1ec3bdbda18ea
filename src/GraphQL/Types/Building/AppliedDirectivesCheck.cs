using System.Collections.Immutable;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Types.Building;

/// <summary>Directives on definitions, §3.13 and §5.7: known, allowed there, once unless repeatable, with arguments that fit.</summary>
internal sealed class AppliedDirectivesCheck
{
    private readonly SchemaCheckContext _context;
    private readonly LiteralCheck _values;

    private AppliedDirectivesCheck(SchemaCheckContext context)
    {
        _context = context;
        _values = new LiteralCheck((message, node) => context.Problems.Add(message, node), suggestNames: true);
    }

    public static void Run(SchemaCheckContext context)
    {
        var check = new AppliedDirectivesCheck(context);
        if (context.Definitions.Schema is { } schema)
        {
            check.Check(schema.Directives, DirectiveLocations.Schema);
        }

        foreach (var type in context.Definitions.Types.Values)
        {
            check.CheckType(type);
        }

        foreach (var directive in context.Definitions.Directives.Values)
        {
            check.CheckInputValues(directive.Arguments, DirectiveLocations.ArgumentDefinition);
        }
    }

    private void CheckType(TypeDefinitionNode type)
    {
        switch (type)
        {
            case ObjectTypeDefinitionNode node:
                Check(node.Directives, DirectiveLocations.Object);
                CheckFields(node.Fields);
                break;
            case InterfaceTypeDefinitionNode node:
                Check(node.Directives, DirectiveLocations.Interface);
                CheckFields(node.Fields);
                break;
            case InputObjectTypeDefinitionNode node:
                Check(node.Directives, DirectiveLocations.InputObject);
                CheckInputValues(node.Fields, DirectiveLocations.InputFieldDefinition);
                break;
            case EnumTypeDefinitionNode node:
                Check(node.Directives, DirectiveLocations.Enum);
                foreach (var value in node.Values)
                {
                    Check(value.Directives, DirectiveLocations.EnumValue);
                }

                break;
            case UnionTypeDefinitionNode:
                Check(type.Directives, DirectiveLocations.Union);
                break;
            default:
                Check(type.Directives, DirectiveLocations.Scalar);
                break;
        }
    }

    private void CheckFields(ImmutableArray<FieldDefinitionNode> fields)
    {
        foreach (var field in fields)
        {
            Check(field.Directives, DirectiveLocations.FieldDefinition);
            CheckInputValues(field.Arguments, DirectiveLocations.ArgumentDefinition);
        }
    }

    private void CheckInputValues(ImmutableArray<InputValueDefinitionNode> values, string location)
    {
        foreach (var value in values)
        {
            Check(value.Directives, location);
        }
    }

    private void Check(ImmutableArray<DirectiveNode> directives, string location)
    {
        var seen = new Dictionary<string, DirectiveNode>();
        foreach (var directive in directives)
        {
            var name = directive.Name.Value;
            if (!_context.Directives.TryGetValue(name, out var definition))
            {
                _context.Problems.Add($"Unknown directive \"@{name}\".", directive);
                continue;
            }

            if (!definition.Locations.Contains(location))
            {
                _context.Problems.Add($"Directive \"@{name}\" may not be used on {location}.", directive);
            }

            if (!seen.TryAdd(name, directive) && !definition.IsRepeatable)
            {
                _context.Problems.Add($"The directive \"@{name}\" can only be used once at this location.", seen[name], directive);
            }

            CheckArguments(directive, definition);
        }
    }

    private void CheckArguments(DirectiveNode directive, DirectiveDefinition definition)
    {
        var given = new HashSet<string>();
        foreach (var argument in directive.Arguments)
        {
            var name = argument.Name.Value;
            if (!given.Add(name))
            {
                _context.Problems.Add($"There can be only one argument named \"{name}\".", argument.Name);
            }
            else if (!definition.TryGetArgument(name, out var known))
            {
                var hint = Suggestions.DidYouMean(name, definition.Arguments.Select(other => other.Name));
                _context.Problems.Add($"Unknown argument \"{name}\" on directive \"@{definition.Name}\".{hint}", argument);
            }
            else if (known.Type.IsInputType)
            {
                _values.Check(argument.Value, known.Type);
            }
        }

        foreach (var missing in definition.Arguments.Where(argument => argument.IsRequired && !given.Contains(argument.Name)))
        {
            _context.Problems.Add(
                $"Directive \"@{definition.Name}\" argument \"{missing.Name}\" of type \"{missing.Type}\" is required, but it was not provided.",
                directive);
        }
    }
}
