using OwnedData.GraphQL.Language;

namespace OwnedData.Schema.Model.Loading;

/// <summary>An object type as written, with its directives read.</summary>
internal sealed record TypeDeclaration(ObjectTypeDefinitionNode Node, DirectiveSet Directives, bool IsStored, SourceErrors Errors)
{
    public string Name => Node.Name.Value;
}
