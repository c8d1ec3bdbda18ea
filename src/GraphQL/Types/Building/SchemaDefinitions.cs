using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Types.Building;

/// <summary>The definitions of a document by name, every extension merged into what it extends, §3.1.2. Order of declaration is kept.</summary>
internal sealed class SchemaDefinitions
{
    /// <summary>`schema { … }` with its extensions; null when the document has none and the root types go by their default names.</summary>
    public SchemaDefinitionNode? Schema { get; set; }

    public OrderedDictionary<string, TypeDefinitionNode> Types { get; } = [];

    public OrderedDictionary<string, DirectiveDefinitionNode> Directives { get; } = [];
}
