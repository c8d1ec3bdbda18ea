using System.Collections.Immutable;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Types.Building;

/// <summary>What types are made of, §3.6 to §3.10: at least one member, output types out, input types in, defaults that fit.</summary>
internal sealed class FieldsCheck
{
    private readonly SchemaCheckContext _context;
    private readonly LiteralCheck _defaults;

    private FieldsCheck(SchemaCheckContext context)
    {
        _context = context;
        _defaults = new LiteralCheck((message, node) => context.Problems.Add(message, node), suggestNames: true);
    }

    public static void Run(SchemaCheckContext context)
    {
        var check = new FieldsCheck(context);
        foreach (var (definition, type) in context.Each<ObjectTypeDefinitionNode, ObjectType>())
        {
            check.CheckFields(definition, definition.Fields, type);
        }

        foreach (var (definition, type) in context.Each<InterfaceTypeDefinitionNode, InterfaceType>())
        {
            check.CheckFields(definition, definition.Fields, type);
        }

        foreach (var (definition, type) in context.Each<InputObjectTypeDefinitionNode, InputObjectType>())
        {
            check.CheckInputFields(definition, type);
        }

        foreach (var (definition, type) in context.Each<EnumTypeDefinitionNode, EnumType>())
        {
            check.CheckAny(definition.Values.Length, $"Enum type {type} must define one or more values.", definition);
        }

        foreach (var (definition, type) in context.Each<UnionTypeDefinitionNode, UnionType>())
        {
            check.CheckAny(definition.Types.Length, $"Union type {type} must define one or more member types.", definition);
        }

        foreach (var definition in context.Definitions.Directives.Values)
        {
            check.CheckDirective(definition);
        }
    }

    private void CheckFields(TypeDefinitionNode definition, ImmutableArray<FieldDefinitionNode> fields, ComplexType type)
    {
        CheckAny(fields.Length, $"Type {type} must define one or more fields.", definition);
        foreach (var node in fields)
        {
            if (!type.TryGetField(node.Name.Value, out var field))
            {
                continue;
            }

            var coordinate = $"{type}.{field.Name}";
            if (!field.Type.IsOutputType)
            {
                _context.Problems.Add($"The type of {coordinate} must be Output Type but got: {field.Type}.", node.Type);
            }

            CheckArguments(node.Arguments, field.Arguments, coordinate);
        }
    }

    private void CheckInputFields(InputObjectTypeDefinitionNode definition, InputObjectType type)
    {
        CheckAny(definition.Fields.Length, $"Input Object type {type} must define one or more fields.", definition);
        foreach (var node in definition.Fields)
        {
            if (!type.TryGetField(node.Name.Value, out var field))
            {
                continue;
            }

            CheckInputValue(node, field, $"{type}.{field.Name}", "input field");
            if (type.IsOneOf && field.Type is NonNullType)
            {
                _context.Problems.Add($"OneOf input field {type}.{field.Name} must be nullable.", node.Type);
            }

            if (type.IsOneOf && node.DefaultValue is { } defaultValue)
            {
                _context.Problems.Add($"OneOf input field {type}.{field.Name} cannot have a default value.", defaultValue);
            }
        }
    }

    private void CheckDirective(DirectiveDefinitionNode definition)
    {
        var name = definition.Name.Value;
        CheckArguments(definition.Arguments, _context.Directives[name].Arguments, $"@{name}");
    }

    private void CheckArguments(ImmutableArray<InputValueDefinitionNode> nodes, ImmutableArray<InputValueDefinition> arguments, string coordinate)
    {
        foreach (var node in nodes)
        {
            if (arguments.TryFind(node.Name.Value, out var argument))
            {
                CheckInputValue(node, argument, $"{coordinate}({argument.Name}:)", "argument");
            }
        }
    }

    private void CheckInputValue(InputValueDefinitionNode node, InputValueDefinition value, string coordinate, string kind)
    {
        if (!value.Type.IsInputType)
        {
            _context.Problems.Add($"The type of {coordinate} must be Input Type but got: {value.Type}.", node.Type);
            return;
        }

        if (value.IsRequired && value.DeprecationReason is not null)
        {
            _context.Problems.Add($"Required {kind} {coordinate} cannot be deprecated.", node.Name);
        }

        if (node.DefaultValue is { } defaultValue && !_context.Factory.IsUnknown(value.Type))
        {
            _defaults.Check(defaultValue, value.Type);
        }
    }

    private void CheckAny(int count, string message, SyntaxNode node)
    {
        if (count == 0)
        {
            _context.Problems.Add(message, node);
        }
    }
}
