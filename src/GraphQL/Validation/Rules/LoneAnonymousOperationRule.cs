using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Validation.Rules;

/// <summary>§5.2.3.1: an operation without a name is the only one.</summary>
internal sealed class LoneAnonymousOperationRule(ValidationContext context) : ValidationRule
{
    private readonly int _operations = context.Document.Definitions.Count(definition => definition is OperationDefinitionNode);

    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (operation.Name is null && _operations > 1)
        {
            context.Report("This anonymous operation must be the only defined operation.", operation);
        }
    }
}
