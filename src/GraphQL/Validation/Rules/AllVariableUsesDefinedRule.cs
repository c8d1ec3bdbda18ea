using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Validation.Rules;

/// <summary>§5.8.3: an operation defines the variables that it and its fragments use.</summary>
internal sealed class AllVariableUsesDefinedRule(ValidationContext context) : ValidationRule
{
    public override void CheckVariables(OperationDefinitionNode operation, IReadOnlyList<VariableUsage> usages)
    {
        var defined = operation.VariableDefinitions.Select(definition => definition.Variable.Name.Value).ToHashSet();
        foreach (var usage in usages)
        {
            var name = usage.Variable.Name.Value;
            if (!defined.Contains(name) && !context.IsFull)
            {
                var place = operation.Name is { } operationName ? $" by operation \"{operationName.Value}\"" : "";
                context.Report($"Variable \"${name}\" is not defined{place}.", usage.Variable, operation);
            }
        }
    }
}
