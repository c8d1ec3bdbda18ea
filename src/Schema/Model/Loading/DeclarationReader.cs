using System.Collections.Immutable;
using OwnedData.GraphQL.Language;

namespace OwnedData.Schema.Model.Loading;

/// <summary>The loader's second step: sorts the definitions of all sources into types and enums, and refuses everything else.</summary>
internal sealed class DeclarationReader
{
    private readonly ImmutableArray<TypeDeclaration>.Builder _types = ImmutableArray.CreateBuilder<TypeDeclaration>();
    private readonly ImmutableArray<EnumDeclaration>.Builder _enums = ImmutableArray.CreateBuilder<EnumDeclaration>();
    private readonly Dictionary<string, string> _places = [];

    public Declarations Declarations => new(_types.ToImmutable(), _enums.ToImmutable());

    public void Read(DocumentNode document, SourceErrors errors)
    {
        foreach (var definition in document.Definitions)
        {
            switch (definition)
            {
                case ObjectTypeDefinitionNode type when IsNew(type, errors):
                    Add(type, errors);
                    break;
                case EnumTypeDefinitionNode @enum when IsNew(@enum, errors):
                    DirectiveReader.Read(@enum.Directives, DirectivePlace.Enum, errors);
                    _enums.Add(new EnumDeclaration(@enum, errors));
                    break;
                case ObjectTypeDefinitionNode or EnumTypeDefinitionNode:
                    break;
                default:
                    var (what, remedy) = Refusal(definition);
                    errors.Report(definition, $"{what} not supported in a model.", remedy);
                    break;
            }
        }
    }

    private static (string What, string Remedy) Refusal(DefinitionNode definition) => definition switch
    {
        InterfaceTypeDefinitionNode => ("Interfaces are", "Write a `type` with the fields of its own."),
        UnionTypeDefinitionNode => ("Unions are", "Write a `type` with a nullable field for each case."),
        InputObjectTypeDefinitionNode => ("Input types are", "Remove it; the server makes the inputs from the types."),
        ScalarTypeDefinitionNode => ("Scalars of your own are", $"Remove it; there are {string.Join(", ", Enum.GetNames<ScalarKind>())}."),
        SchemaDefinitionNode => ("A schema definition is", "Remove it; the server makes the schema from the types."),
        DirectiveDefinitionNode => ("Directives of your own are", "Remove it."),
        TypeSystemExtensionNode => ("`extend` is", "Write its content where the type is declared."),
        _ => ("Operations and fragments are", "Remove it; a model holds types and enums."),
    };

    private bool IsNew(TypeDefinitionNode definition, SourceErrors errors)
    {
        var name = definition.Name;
        if (_places.TryAdd(name.Value, $"{errors.File}:{name.Location.Line}:{name.Location.Column}"))
        {
            return true;
        }

        errors.Report(name, $"`{name.Value}` is declared already at {_places[name.Value]}.", "Name it otherwise, or remove one of them.");
        return false;
    }

    private void Add(ObjectTypeDefinitionNode node, SourceErrors errors)
    {
        var isStored = node.Directives.Any(directive => directive.Name.Value == "collection");
        var directives = DirectiveReader.Read(node.Directives, isStored ? DirectivePlace.StoredType : DirectivePlace.EmbeddedType, errors);
        if (!node.Interfaces.IsEmpty)
        {
            errors.Report(node.Interfaces[0], "Interfaces are not supported in a model.", "Remove `implements`.");
        }

        _types.Add(new TypeDeclaration(node, directives, isStored, errors));
    }
}
