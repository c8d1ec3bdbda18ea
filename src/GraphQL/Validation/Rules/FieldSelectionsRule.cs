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
        if (!context.Options.Errors.SuggestNames)
        {
            return "";
        }

        var types = TypesWithField(type, name);
        return types.Count > 0
            ? Suggestions.DidYouMean(types, "to use an inline fragment on")
            : context.Hint(name, type is ComplexType complexType ? complexType.Fields.Select(field => field.Name) : []);
    }

    /// <summary>
    /// Possible types of an abstract type that have the field, and their interfaces that have it: those that most of them share first, then
    /// interfaces before what implements them, then by name.
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
                uses[possibleType] = 1;
                foreach (var shared in possibleType.Interfaces.Where(shared => shared.TryGetField(name, out _)))
                {
                    uses[shared] = uses.GetValueOrDefault(shared) + 1;
                }
            }
        }

        // This order may run in a circle, so no sort that relies on it: each goes in by halving, as the reference implementation's do.
        var types = new List<ComplexType>(uses.Count);
        foreach (var candidate in uses.Keys)
        {
            var (low, high) = (0, types.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = GoesBefore(candidate, types[middle], uses) ? (low, middle) : (middle + 1, high);
            }

            types.Insert(low, candidate);
        }

        return types.ConvertAll(candidate => candidate.Name);
    }

    private static bool GoesBefore(ComplexType first, ComplexType second, Dictionary<ComplexType, int> uses)
    {
        if (uses[first] != uses[second])
        {
            return uses[first] > uses[second];
        }

        if (second.Interfaces.Contains(first) || first.Interfaces.Contains(second))
        {
            return second.Interfaces.Contains(first);
        }

        return string.CompareOrdinal(first.Name, second.Name) < 0;
    }
}
