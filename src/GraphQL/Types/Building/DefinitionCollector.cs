using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Types.Scalars;

namespace OwnedData.GraphQL.Types.Building;

/// <summary>The first step of a schema: finds what is defined twice, extended without being there, or no definition of a schema at all.</summary>
internal sealed class DefinitionCollector(SchemaProblems problems)
{
    private readonly SchemaDefinitions _definitions = new();

    public SchemaDefinitions Collect(DocumentNode sdl)
    {
        foreach (var definition in sdl.Definitions)
        {
            Define(definition);
        }

        foreach (var extension in sdl.Definitions.OfType<TypeSystemExtensionNode>())
        {
            Extend(extension);
        }

        return _definitions;
    }

    private void Define(DefinitionNode definition)
    {
        switch (definition)
        {
            case SchemaDefinitionNode when _definitions.Schema is not null:
                problems.Add("Must provide only one schema definition.", definition);
                break;
            case SchemaDefinitionNode schema:
                _definitions.Schema = schema;
                break;
            case TypeDefinitionNode type:
                DefineType(type);
                break;
            case DirectiveDefinitionNode directive:
                if (BuiltInDefinitions.IsDirective(directive.Name.Value) || !_definitions.Directives.TryAdd(directive.Name.Value, directive))
                {
                    problems.Add($"There can be only one directive named \"@{directive.Name.Value}\".", directive.Name);
                }

                break;
            case TypeSystemExtensionNode:
                break;
            default:
                problems.Add("A schema has type system definitions only; operations and fragments are not among them.", definition);
                break;
        }
    }

    private void DefineType(TypeDefinitionNode type)
    {
        if (KnownScalars.IsSpecified(type.Name.Value) || !_definitions.Types.TryAdd(type.Name.Value, type))
        {
            problems.Add($"There can be only one type named \"{type.Name.Value}\".", type.Name);
        }
    }

    private void Extend(TypeSystemExtensionNode extension)
    {
        switch (extension.Definition)
        {
            case SchemaDefinitionNode addition when _definitions.Schema is { } schema:
                _definitions.Schema = schema with
                {
                    Directives = schema.Directives.AddRange(addition.Directives),
                    OperationTypes = schema.OperationTypes.AddRange(addition.OperationTypes),
                };
                break;
            case SchemaDefinitionNode:
                problems.Add("Cannot extend the schema because it is not defined.", extension);
                break;
            case TypeDefinitionNode addition:
                ExtendType(addition);
                break;
        }
    }

    private void ExtendType(TypeDefinitionNode addition)
    {
        var name = addition.Name.Value;
        if (!_definitions.Types.TryGetValue(name, out var type))
        {
            problems.Add($"Cannot extend type \"{name}\" because it is not defined.", addition.Name);
        }
        else if (Merge(type, addition) is { } merged)
        {
            _definitions.Types[name] = merged;
        }
        else
        {
            problems.Add($"Cannot extend non-{KindOf(addition)} type \"{name}\".", type, addition);
        }
    }

    /// <summary>Null when the two are of different kinds.</summary>
    private static TypeDefinitionNode? Merge(TypeDefinitionNode type, TypeDefinitionNode addition)
    {
        TypeDefinitionNode? merged = (type, addition) switch
        {
            (ObjectTypeDefinitionNode a, ObjectTypeDefinitionNode b) =>
                a with { Interfaces = a.Interfaces.AddRange(b.Interfaces), Fields = a.Fields.AddRange(b.Fields) },
            (InterfaceTypeDefinitionNode a, InterfaceTypeDefinitionNode b) =>
                a with { Interfaces = a.Interfaces.AddRange(b.Interfaces), Fields = a.Fields.AddRange(b.Fields) },
            (UnionTypeDefinitionNode a, UnionTypeDefinitionNode b) => a with { Types = a.Types.AddRange(b.Types) },
            (EnumTypeDefinitionNode a, EnumTypeDefinitionNode b) => a with { Values = a.Values.AddRange(b.Values) },
            (InputObjectTypeDefinitionNode a, InputObjectTypeDefinitionNode b) => a with { Fields = a.Fields.AddRange(b.Fields) },
            (ScalarTypeDefinitionNode a, ScalarTypeDefinitionNode) => a,
            _ => null,
        };
        return merged is null ? null : merged with { Directives = type.Directives.AddRange(addition.Directives) };
    }

    private static string KindOf(TypeDefinitionNode type) => type switch
    {
        ObjectTypeDefinitionNode => "object",
        InterfaceTypeDefinitionNode => "interface",
        UnionTypeDefinitionNode => "union",
        EnumTypeDefinitionNode => "enum",
        InputObjectTypeDefinitionNode => "input object",
        _ => "scalar",
    };
}
