using System.Collections.Immutable;
using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Types.Scalars;

namespace OwnedData.GraphQL.Types.Building;

/// <summary>The second step of a schema: makes every named type first, then their fields, which refer to them.</summary>
internal sealed class TypeFactory(SchemaDefinitions definitions, SchemaProblems problems)
{
    private readonly OrderedDictionary<string, NamedType> _declared = [];
    private readonly SortedDictionary<string, NamedType> _undeclared = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ScalarType> _unknown = [];

    /// <summary>The declared types in their order, then the scalars that are used without a declaration.</summary>
    public ImmutableArray<NamedType> Types => [.. _declared.Values, .. _undeclared.Values];

    public void CreateTypes()
    {
        foreach (var (name, definition) in definitions.Types)
        {
            _declared.Add(name, CreateType(definition));
        }

        foreach (var (name, definition) in definitions.Types)
        {
            CompleteType(_declared[name], definition);
        }
    }

    public DirectiveDefinition CreateDirective(DirectiveDefinitionNode definition) => new(
        definition.Name.Value,
        definition.Description?.Value,
        CreateInputValues(definition.Arguments, argument => $"Argument \"@{definition.Name.Value}({argument}:)\" can only be defined once."),
        definition.IsRepeatable,
        [.. definition.Locations.Select(location => location.Value)],
        BuiltInDefinitions.IsDirective(definition.Name.Value));

    /// <summary>Whether it stands for a name that nothing defines, which is reported already and fits everywhere.</summary>
    public bool IsUnknown(GraphQLType type) => type.InnermostType is ScalarType scalar && _unknown.GetValueOrDefault(scalar.Name) == scalar;

    public GraphQLType ResolveType(TypeNode node) => node switch
    {
        NonNullTypeNode nonNull => new NonNullType(ResolveType(nonNull.Type)),
        ListTypeNode list => new ListType(ResolveType(list.Type)),
        _ => ResolveNamedType((NamedTypeNode)node),
    };

    public NamedType ResolveNamedType(NamedTypeNode node)
    {
        var name = node.Name.Value;
        if (_declared.TryGetValue(name, out var type) || _undeclared.TryGetValue(name, out type))
        {
            return type;
        }

        if (KnownScalars.TryCreate(name) is { } scalar)
        {
            _undeclared.Add(name, scalar);
            return scalar;
        }

        problems.Add($"Unknown type \"{name}\".", node);
        if (!_unknown.TryGetValue(name, out var unknown))
        {
            unknown = new ScalarType(name, null, []);
            _unknown.Add(name, unknown);
        }

        return unknown;
    }

    private NamedType CreateType(TypeDefinitionNode definition)
    {
        var (name, description, directives) = (definition.Name.Value, definition.Description?.Value, definition.Directives);
        return definition switch
        {
            ObjectTypeDefinitionNode => new ObjectType(name, description, directives),
            InterfaceTypeDefinitionNode => new InterfaceType(name, description, directives),
            UnionTypeDefinitionNode => new UnionType(name, description, directives),
            EnumTypeDefinitionNode node => new EnumType(name, description, directives, CreateValues(node)),
            InputObjectTypeDefinitionNode => new InputObjectType(name, description, directives),
            _ => new ScalarType(name, description, directives),
        };
    }

    private void CompleteType(NamedType type, TypeDefinitionNode definition)
    {
        switch (type, definition)
        {
            case (ObjectType objectType, ObjectTypeDefinitionNode node):
                objectType.Complete(ResolveInterfaces(node, node.Interfaces), CreateFields(node, node.Fields));
                break;
            case (InterfaceType interfaceType, InterfaceTypeDefinitionNode node):
                interfaceType.Complete(ResolveInterfaces(node, node.Interfaces), CreateFields(node, node.Fields));
                break;
            case (UnionType unionType, UnionTypeDefinitionNode node):
                unionType.Complete(ResolveMembers(node));
                break;
            case (InputObjectType inputType, InputObjectTypeDefinitionNode node):
                inputType.Complete(CreateInputValues(node.Fields, field => $"Field \"{type.Name}.{field}\" can only be defined once."));
                break;
        }
    }

    private ImmutableArray<InterfaceType> ResolveInterfaces(TypeDefinitionNode definition, ImmutableArray<NamedTypeNode> nodes)
    {
        var interfaces = ImmutableArray.CreateBuilder<InterfaceType>(nodes.Length);
        foreach (var node in nodes)
        {
            var resolved = ResolveNamedType(node);
            if (resolved is not InterfaceType interfaceType)
            {
                if (!IsUnknown(resolved))
                {
                    problems.Add($"Type {definition.Name.Value} must only implement Interface types, it cannot implement {resolved}.", node);
                }
            }
            else if (interfaces.Contains(interfaceType))
            {
                problems.Add($"Type {definition.Name.Value} can only implement {resolved} once.", node);
            }
            else
            {
                interfaces.Add(interfaceType);
            }
        }

        return interfaces.ToImmutable();
    }

    private ImmutableArray<ObjectType> ResolveMembers(UnionTypeDefinitionNode definition)
    {
        var members = ImmutableArray.CreateBuilder<ObjectType>(definition.Types.Length);
        foreach (var node in definition.Types)
        {
            var resolved = ResolveNamedType(node);
            if (resolved is not ObjectType member)
            {
                if (!IsUnknown(resolved))
                {
                    problems.Add($"Union type {definition.Name.Value} can only include Object types, it cannot include {resolved}.", node);
                }
            }
            else if (members.Contains(member))
            {
                problems.Add($"Union type {definition.Name.Value} can only include type {resolved} once.", node);
            }
            else
            {
                members.Add(member);
            }
        }

        return members.ToImmutable();
    }

    private ImmutableArray<FieldDefinition> CreateFields(TypeDefinitionNode definition, ImmutableArray<FieldDefinitionNode> nodes)
    {
        var type = definition.Name.Value;
        var fields = new OrderedDictionary<string, FieldDefinition>(nodes.Length);
        foreach (var node in nodes)
        {
            var name = node.Name.Value;
            var arguments = CreateInputValues(node.Arguments, argument => $"Argument \"{type}.{name}({argument}:)\" can only be defined once.");
            if (!fields.TryAdd(name, new FieldDefinition(name, node.Description?.Value, arguments, ResolveType(node.Type), node.Directives)))
            {
                problems.Add($"Field \"{type}.{name}\" can only be defined once.", node.Name);
            }
        }

        return [.. fields.Values];
    }

    private ImmutableArray<InputValueDefinition> CreateInputValues(ImmutableArray<InputValueDefinitionNode> nodes, Func<string, string> duplicate)
    {
        var values = new OrderedDictionary<string, InputValueDefinition>(nodes.Length);
        foreach (var node in nodes)
        {
            var name = node.Name.Value;
            var value = new InputValueDefinition(name, node.Description?.Value, ResolveType(node.Type), node.DefaultValue, node.Directives);
            if (!values.TryAdd(name, value))
            {
                problems.Add(duplicate(name), node.Name);
            }
        }

        return [.. values.Values];
    }

    private ImmutableArray<EnumValue> CreateValues(EnumTypeDefinitionNode definition)
    {
        var values = new OrderedDictionary<string, EnumValue>(definition.Values.Length);
        foreach (var node in definition.Values)
        {
            if (!values.TryAdd(node.Name.Value, new EnumValue(node.Name.Value, node.Description?.Value, node.Directives)))
            {
                problems.Add($"Enum value \"{definition.Name.Value}.{node.Name.Value}\" can only be defined once.", node.Name);
            }
        }

        return [.. values.Values];
    }
}
