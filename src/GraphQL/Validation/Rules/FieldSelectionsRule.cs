using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Types;

namespace OwnedData.GraphQL.Validation.Rules;

/// <summary>§5.3.1: every field is one of its type.</summary>
internal sealed class FieldSelectionsRule(ValidationContext context) : ValidationRule
{
    public override void EnterField(FieldNode field)
    {
        if (context.ParentType is { } type && context.Field is null)
        {
            context.Report($"Cannot query field \"{field.Name.Value}\" on type \"{type.Name}\".{HintOf(type, field.Name.Value)}", field);
        }
    }

    private string HintOf(NamedType type, string name)
    {
        if (!context.Options.SuggestNames)
        {
            return "";
        }

        var types = TypesWithField(type, name);
        return types.Count > 0
            ? Suggestions.DidYouMean(types, "to use an inline fragment on")
            : context.Hint(name, type is ComplexType complexType ? complexType.Fields.Select(field => field.Name) : []);
    }

    /// <summary>
    /// Possible types of an abstract type that have the field, and their interfaces that have it: those that most of them share first.
    /// </summary>
    private List<string> TypesWithField(NamedType type, string name)
    {
        var uses = new Dictionary<ComplexType, int>();
        if (type is ObjectType)
        {
            return [];
        }

        foreach (var possibleType in context.Schema.GetPossibleTypes(type))
        {
            if (possibleType.TryGetField(name, out _))
            {
                uses.TryAdd(possibleType, 0);
                foreach (var shared in possibleType.Interfaces.Where(shared => shared.TryGetField(name, out _)))
                {
                    uses[shared] = uses.GetValueOrDefault(shared) + 1;
                }
            }
        }

        return [.. uses.OrderByDescending(use => use.Value).ThenBy(use => use.Key.Name, StringComparer.Ordinal).Select(use => use.Key.Name)];
    }
}
