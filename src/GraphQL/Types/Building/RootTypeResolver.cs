using System.Collections.Immutable;
using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Types.Building;

/// <summary>Finds the root types, §3.3.1: from `schema { … }`, or by their default names when there is none.</summary>
internal sealed class RootTypeResolver(SchemaDefinitions definitions, SchemaProblems problems)
{
    private readonly Dictionary<OperationKind, ObjectType> _rootTypes = [];

    public IReadOnlyDictionary<OperationKind, ObjectType> Resolve(ImmutableArray<NamedType> types)
    {
        if (definitions.Schema is { } schema)
        {
            var byName = types.ToDictionary(type => type.Name);
            foreach (var operationType in schema.OperationTypes)
            {
                ResolveDeclared(operationType, byName);
            }
        }
        else
        {
            foreach (var operation in Enum.GetValues<OperationKind>())
            {
                if (types.FirstOrDefault(type => type.Name == operation.ToString()) is { } type)
                {
                    Add(operation, type, definitions.Types[type.Name].Name);
                }
            }
        }

        CheckRootTypes();
        return _rootTypes;
    }

    private void ResolveDeclared(OperationTypeDefinitionNode node, Dictionary<string, NamedType> types)
    {
        if (_rootTypes.ContainsKey(node.Operation))
        {
            problems.Add($"There can be only one {TextOf(node.Operation)} type in schema.", node);
        }
        else if (!types.TryGetValue(node.Type.Name.Value, out var type))
        {
            problems.Add($"Unknown type \"{node.Type.Name.Value}\".", node.Type);
        }
        else
        {
            Add(node.Operation, type, node.Type);
        }
    }

    private void Add(OperationKind operation, NamedType type, SyntaxNode node)
    {
        if (type is ObjectType objectType)
        {
            _rootTypes.Add(operation, objectType);
        }
        else
        {
            var ifProvided = operation == OperationKind.Query ? "" : " if provided";
            problems.Add($"{operation} root type must be Object type{ifProvided}, it cannot be {type}.", node);
        }
    }

    private void CheckRootTypes()
    {
        var isQueryNamed = definitions.Schema is { } schema
            ? schema.OperationTypes.Any(node => node.Operation == OperationKind.Query)
            : definitions.Types.ContainsKey(nameof(OperationKind.Query));
        if (!isQueryNamed)
        {
            problems.Add("Query root type must be provided.", definitions.Schema);
        }

        foreach (var group in _rootTypes.GroupBy(pair => pair.Value, pair => pair.Key).Where(group => group.Count() > 1))
        {
            var uses = string.Join(" and ", group.Order().Select(TextOf));
            problems.Add($"All root types must be different, \"{group.Key}\" type is used as {uses} root types.", definitions.Schema);
        }
    }

    private static string TextOf(OperationKind operation) => operation switch
    {
        OperationKind.Query => "query",
        OperationKind.Mutation => "mutation",
        _ => "subscription",
    };
}
