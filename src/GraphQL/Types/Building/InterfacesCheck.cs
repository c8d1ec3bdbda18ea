using System.Collections.Immutable;
using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Types.Building;

/// <summary>IsValidImplementation(), §3.6 and §3.7: whoever implements an interface has its interfaces, fields and arguments.</summary>
internal sealed class InterfacesCheck
{
    private readonly SchemaCheckContext _context;

    private InterfacesCheck(SchemaCheckContext context) => _context = context;

    public static void Run(SchemaCheckContext context)
    {
        var check = new InterfacesCheck(context);
        foreach (var (definition, type) in context.Each<ObjectTypeDefinitionNode, ObjectType>())
        {
            check.CheckType(type, definition.Interfaces, definition.Fields);
        }

        foreach (var (definition, type) in context.Each<InterfaceTypeDefinitionNode, InterfaceType>())
        {
            check.CheckType(type, definition.Interfaces, definition.Fields);
        }
    }

    private void CheckType(ComplexType type, ImmutableArray<NamedTypeNode> interfaceNodes, ImmutableArray<FieldDefinitionNode> fieldNodes)
    {
        foreach (var implemented in type.Interfaces)
        {
            var node = interfaceNodes.First(node => node.Name.Value == implemented.Name);
            if (implemented == type)
            {
                _context.Problems.Add($"Type {type} cannot implement itself because it would create a circular reference.", node);
                continue;
            }

            CheckInheritance(type, implemented, node);
            foreach (var expected in implemented.Fields)
            {
                CheckField(type, implemented, expected, node, fieldNodes);
            }
        }
    }

    private void CheckInheritance(ComplexType type, InterfaceType implemented, NamedTypeNode node)
    {
        foreach (var inherited in implemented.Interfaces)
        {
            if (inherited == type)
            {
                _context.Problems.Add($"Type {type} cannot implement {implemented} because it would create a circular reference.", node);
            }
            else if (!type.Interfaces.Contains(inherited))
            {
                _context.Problems.Add($"Type {type} must implement {inherited} because it is implemented by {implemented}.", node);
            }
        }
    }

    private void CheckField(
        ComplexType type,
        InterfaceType implemented,
        FieldDefinition expected,
        NamedTypeNode interfaceNode,
        ImmutableArray<FieldDefinitionNode> fieldNodes)
    {
        if (!type.TryGetField(expected.Name, out var field))
        {
            _context.Problems.Add($"Interface field {implemented}.{expected.Name} expected but {type} does not provide it.", interfaceNode);
            return;
        }

        var node = fieldNodes.First(node => node.Name.Value == field.Name);
        if (!IsUnknown(field.Type, expected.Type) && !IsSubtype(field.Type, expected.Type))
        {
            _context.Problems.Add(
                $"Interface field {implemented}.{expected.Name} expects type {expected.Type} but {type}.{field.Name} is type {field.Type}.",
                node.Type);
        }

        foreach (var argument in expected.Arguments)
        {
            CheckArgument($"{implemented}.{expected.Name}", $"{type}.{field.Name}", argument, field, node);
        }

        foreach (var argument in field.Arguments.Where(argument => argument.IsRequired && !expected.TryGetArgument(argument.Name, out _)))
        {
            _context.Problems.Add(
                $"Argument \"{type}.{field.Name}({argument.Name}:)\" must not be required type \"{argument.Type}\"" +
                $" if not provided by the Interface field \"{implemented}.{expected.Name}\".",
                node.Arguments.First(argumentNode => argumentNode.Name.Value == argument.Name));
        }
    }

    private void CheckArgument(
        string expectedField,
        string actualField,
        InputValueDefinition expected,
        FieldDefinition field,
        FieldDefinitionNode node)
    {
        if (!field.TryGetArgument(expected.Name, out var argument))
        {
            _context.Problems.Add(
                $"Interface field argument {expectedField}({expected.Name}:) expected but {actualField} does not provide it.",
                node);
        }
        else if (!IsUnknown(argument.Type, expected.Type) && !argument.Type.Equals(expected.Type))
        {
            _context.Problems.Add(
                $"Interface field argument {expectedField}({expected.Name}:) expects type {expected.Type}" +
                $" but {actualField}({argument.Name}:) is type {argument.Type}.",
                node.Arguments.First(argumentNode => argumentNode.Name.Value == argument.Name).Type);
        }
    }

    private bool IsUnknown(GraphQLType first, GraphQLType second) => _context.Factory.IsUnknown(first) || _context.Factory.IsUnknown(second);

    /// <summary>IsValidImplementationFieldType(), §3.6.</summary>
    private static bool IsSubtype(GraphQLType type, GraphQLType expected) => (type, expected) switch
    {
        (NonNullType nonNull, NonNullType expectedNonNull) => IsSubtype(nonNull.OfType, expectedNonNull.OfType),
        (NonNullType nonNull, _) => IsSubtype(nonNull.OfType, expected),
        (ListType list, ListType expectedList) => IsSubtype(list.OfType, expectedList.OfType),
        (ObjectType objectType, UnionType union) => union.Types.Contains(objectType),
        (ComplexType complexType, InterfaceType interfaceType) => complexType == interfaceType || complexType.Interfaces.Contains(interfaceType),
        _ => type.Equals(expected),
    };
}
