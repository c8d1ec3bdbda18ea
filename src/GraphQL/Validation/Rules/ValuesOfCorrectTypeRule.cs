using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Types;

namespace OwnedData.GraphQL.Validation.Rules;

/// <summary>
/// §5.6.1, §5.6.2, §5.6.4 and §5.6.5: literals fit the type of their place; input objects have their required fields, no others, and one if they
/// are one-of.
/// </summary>
internal sealed class ValuesOfCorrectTypeRule(ValidationContext context) : ValidationRule
{
    private readonly LiteralCheck _check = new((message, node) => context.Report(message, node), context.Options.Errors.SuggestNames);

    public override void EnterValue(ValueNode value, GraphQLType type) => _check.Check(value, type);
}
