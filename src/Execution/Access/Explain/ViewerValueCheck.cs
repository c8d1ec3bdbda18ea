using System.Diagnostics;
using System.Text;
using OwnedData.Bson;
using OwnedData.Execution.Access.Rules;
using OwnedData.Schema.Access;

namespace OwnedData.Execution.Access.Explain;

/// <summary>Says why comparisons of a rule can't match for a viewer: which claim or grant is missing, or not what the field takes.</summary>
internal sealed class ViewerValueCheck(RuleContext context)
{
    /// <summary>A sentence a value, in the order of the rule, each once.</summary>
    public IEnumerable<string> FindProblems(Condition condition) => Walk(condition).Distinct();

    private IEnumerable<string> Walk(Condition condition) => condition switch
    {
        AllOf all => all.Conditions.SelectMany(Walk),
        AnyOf any => any.Conditions.SelectMany(Walk),
        ElementCondition list => Walk(list.Element),
        Comparison comparison => Check(comparison.Operand, comparison.Path, comparison.Operation is "in" or "nin"),
        AnyElement => [],
        _ => throw new UnreachableException($"No rule is made of {condition}."),
    };

    private IEnumerable<string> Check(Operand operand, RulePath path, bool takesList) => operand switch
    {
        ListOperand list => list.Members.SelectMany(member => Check(member, path, takesList: false)),
        ViewerOperand viewer when !RuleCompiler.Compile(viewer, path, takesList).IsBound(context) => [Describe(viewer.Value, takesList)],
        _ => [],
    };

    private string Describe(ViewerValue value, bool takesList)
    {
        if (value.Source is ViewerSource.Subject or ViewerSource.Now)
        {
            return "nobody is signed in";
        }

        var (name, values) = value.Source == ViewerSource.Claim
            ? ($"the claim {value.Name}", context.Viewer.Claims)
            : ($"the grant {value.Name}", context.Viewer.Grants);
        if (!values.TryGetValue(Encoding.UTF8.GetBytes(value.Name), out var found) || found.Type == BsonType.Null)
        {
            return $"{name} is missing";
        }

        return found.Type switch
        {
            BsonType.String when found.AsString().IsEmpty => $"{name} is empty",
            BsonType.Array when !takesList => $"{name} is a list, where the rule takes a single value",
            BsonType.Array when new BsonDocument(found.AsArray().ToArray()).IsEmpty => $"{name} is empty",
            BsonType.Array => $"{name} has a value that the field can't take, or more than {ViewerRuleOperand.MostMembers}",
            _ => $"{name} is no value that the field can take",
        };
    }
}
