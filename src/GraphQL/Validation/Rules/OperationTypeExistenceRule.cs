using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Validation.Rules;

/// <summary>§5.2.1: the schema has a root type for the operation.</summary>
internal sealed class OperationTypeExistenceRule(ValidationContext context) : ValidationRule
{
    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (context.Schema.GetRootType(operation.Operation) is null)
        {
            var kind = operation.Operation == OperationKind.Mutation ? "mutation" : "subscription";
            context.Report($"Schema is not configured to execute {kind} operation.", operation);
        }
    }
}
