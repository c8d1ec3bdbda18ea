using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Types.Building;

/// <summary>What the checks of a schema look at: the user's definitions beside the types made of them.</summary>
internal sealed record SchemaCheckContext(
    SchemaDefinitions Definitions,
    Dictionary<string, NamedType> Types,
    Dictionary<string, DirectiveDefinition> Directives,
    TypeFactory Factory,
    SchemaProblems Problems)
{
    /// <summary>Pairs of a definition and its type, of one kind, in the order of the document.</summary>
    public IEnumerable<(TDefinition Definition, TType Type)> Each<TDefinition, TType>()
        where TDefinition : TypeDefinitionNode
        where TType : NamedType
    {
        foreach (var definition in Definitions.Types.Values.OfType<TDefinition>())
        {
            // A type that takes the name of an introspection type is reported already.
            if (Types[definition.Name.Value] is TType { IsIntrospectionType: false } type)
            {
                yield return (definition, type);
            }
        }
    }
}
