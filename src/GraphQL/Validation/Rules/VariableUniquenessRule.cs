using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Validation.Rules;

/// <summary>§5.8.1: variables of an operation have different names.</summary>
internal sealed class VariableUniquenessRule(ValidationContext context) : ValidationRule
{
    public override void EnterOperation(OperationDefinitionNode operation)
    {
        foreach (var group in operation.VariableDefinitions.GroupBy(definition => definition.Variable.Name.Value))
        {
            if (group.Skip(1).Any())
            {
                context.Report($"There can be only one variable named \"${group.Key}\".", [.. group.Select(definition => definition.Variable.Name)]);
            }
        }
    }
}
