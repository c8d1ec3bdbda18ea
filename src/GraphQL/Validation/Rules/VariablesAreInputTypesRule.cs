using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Validation.Rules;

/// <summary>§5.8.2: a variable has an input type.</summary>
internal sealed class VariablesAreInputTypesRule(ValidationContext context) : ValidationRule
{
    public override void EnterVariableDefinition(VariableDefinitionNode definition)
    {
        if (TypeReference.Resolve(context.Schema, definition.Type) is { IsInputType: false } type)
        {
            context.Report($"Variable \"${definition.Variable.Name.Value}\" cannot be non-input type \"{type}\".", definition.Type);
        }
    }
}
