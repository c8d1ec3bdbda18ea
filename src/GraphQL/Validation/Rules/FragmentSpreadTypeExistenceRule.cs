using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Validation.Rules;

/// <summary>§5.5.1.2: a fragment is over a type that the schema has; so is a variable, §5.8.2.</summary>
internal sealed class FragmentSpreadTypeExistenceRule(ValidationContext context) : ValidationRule
{
    public override void EnterTypeName(NamedTypeNode type)
    {
        var name = type.Name.Value;
        if (!context.Schema.TryGetType(name, out _))
        {
            context.Report($"Unknown type \"{name}\".{context.Hint(name, context.Schema.Types.Select(known => known.Name))}", type);
        }
    }
}
