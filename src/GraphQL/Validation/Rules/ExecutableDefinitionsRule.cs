using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Validation.Rules;

/// <summary>§5.1.1: a document to execute has operations and fragments only.</summary>
internal sealed class ExecutableDefinitionsRule(ValidationContext context) : ValidationRule
{
    public override void EnterDefinition(DefinitionNode definition)
    {
        var name = definition switch
        {
            OperationDefinitionNode or FragmentDefinitionNode => null,
            TypeSystemExtensionNode extension => NameOf(extension.Definition),
            _ => NameOf(definition),
        };
        if (name is not null)
        {
            context.Report($"The {name} definition is not executable.", definition);
        }
    }

    private static string NameOf(DefinitionNode definition) => definition switch
    {
        TypeDefinitionNode type => $"\"{type.Name.Value}\"",
        DirectiveDefinitionNode directive => $"\"{directive.Name.Value}\"",
        _ => "schema",
    };
}
