using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Validation.Rules;

/// <summary>§5.8.4: an operation or one of its fragments uses every variable it defines.</summary>
internal sealed class AllVariablesUsedRule(ValidationContext context) : ValidationRule
{
    public override void CheckVariables(OperationDefinitionNode operation, IReadOnlyList<VariableUsage> usages)
    {
        var used = usages.Select(usage => usage.Variable.Name.Value).ToHashSet();
        foreach (var definition in operation.VariableDefinitions)
        {
            var name = definition.Variable.Name.Value;
            if (!used.Contains(name))
            {
                var place = operation.Name is { } operationName ? $" in operation \"{operationName.Value}\"" : "";
                context.Report($"Variable \"${name}\" is never used{place}.", definition);
            }
        }
    }
}
