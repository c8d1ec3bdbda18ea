using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Validation.Rules;

/// <summary>§5.6.3: a field of an input object is given once.</summary>
internal sealed class InputObjectFieldUniquenessRule(ValidationContext context) : ValidationRule
{
    public override void EnterObjectValue(ObjectValueNode value)
    {
        if (value.Fields.Length < 2)
        {
            return;
        }

        var names = new Dictionary<string, NameNode>();
        foreach (var field in value.Fields)
        {
            if (!names.TryAdd(field.Name.Value, field.Name))
            {
                context.Report($"There can be only one input field named \"{field.Name.Value}\".", names[field.Name.Value], field.Name);
            }
        }
    }
}
