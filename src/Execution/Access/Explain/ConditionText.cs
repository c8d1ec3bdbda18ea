using System.Diagnostics;
using OwnedData.Schema.Access;

namespace OwnedData.Execution.Access.Explain;

/// <summary>A condition as a model would have it, in one line: `{ readers: { some: { eq: "$sub" } } }`.</summary>
internal static class ConditionText
{
    public static string Of(Condition condition) => $"{{ {MembersOf(condition)} }}";

    private static string MembersOf(Condition condition) => condition switch
    {
        AllOf all => $"and: [{string.Join(", ", all.Conditions.Select(Of))}]",
        AnyOf any => $"or: [{string.Join(", ", any.Conditions.Select(Of))}]",
        AnyElement any => At(any.Path, $"{{ any: {(any.Expected ? "true" : "false")} }}"),
        ElementCondition list => At(list.Path, $"{{ {list.Operation}: {Of(list.Element)} }}"),
        Comparison comparison => At(comparison.Path, $"{{ {comparison.Operation}: {TextOf(comparison.Operand)} }}"),
        _ => throw new UnreachableException($"No rule is made of {condition}."),
    };

    // A plain element of a list has no name: its operations stand alone.
    private static string At(RulePath path, string operations) => path.Written.Length == 0
        ? operations[2..^2]
        : path.Written.Split('.').Reverse().Aggregate(operations, (inner, name) => inner == operations ? $"{name}: {inner}" : $"{name}: {{ {inner} }}");

    private static string TextOf(Operand operand) => operand switch
    {
        ViewerOperand viewer => $"\"{viewer.Value}\"",
        ListOperand list => $"[{string.Join(", ", list.Members.Select(TextOf))}]",
        LiteralOperand { Value: IReadOnlyList<object?> members } => $"[{string.Join(", ", members.Select(TextOf))}]",
        LiteralOperand literal => TextOf(literal.Value),
        _ => throw new UnreachableException($"No value is made of {operand}."),
    };

    private static string TextOf(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        string text => $"\"{text}\"",
        _ => value.ToString()!,
    };
}
