using OwnedData.GraphQL.Language;

namespace OwnedData.Schema.Model.Loading;

/// <summary>An enum as written.</summary>
internal sealed record EnumDeclaration(EnumTypeDefinitionNode Node, SourceErrors Errors)
{
    public string Name => Node.Name.Value;
}
