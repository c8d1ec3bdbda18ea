using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Validation.Rules;

/// <summary>§5.2.2.1: operations have different names.</summary>
internal sealed class OperationNameUniquenessRule(ValidationContext context) : ValidationRule
{
    private readonly Dictionary<string, NameNode> _names = [];

    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (operation.Name is { } name && !_names.TryAdd(name.Value, name))
        {
            context.Report($"There can be only one operation named \"{name.Value}\".", _names[name.Value], name);
        }
    }
}
