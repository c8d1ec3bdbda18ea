using OwnedData.Execution.Access.Rules;
using OwnedData.Schema.Access;

namespace OwnedData.Execution.Tests.Access.Differential;

/// <summary>The rules of one operation: some ways in, each with a condition, for everybody (null) or for nobody here (a policy that none holds); and restricts.</summary>
internal sealed record RandomRule(IReadOnlyList<(Condition? Where, bool IsForNobody)> Allows, IReadOnlyList<Condition> Restricts)
{
    public static RandomRule Of(RandomRules random, Random chance) => new(
        [.. Enumerable.Range(0, chance.Next(1, 5)).Select(_ => (chance.Next(40) == 0 ? null : random.Condition(depth: 4), chance.Next(8) == 0))],
        [.. Enumerable.Range(0, chance.Next(3) / 2).Select(_ => random.Condition(depth: 3))]);

    public OperationRules Compile() => new(
        [
            .. Allows.Select(allow => new CompiledAllow(
                allow.Where is null ? null : RuleCompiler.Compile(allow.Where), allow.IsForNobody ? "none:holds" : null, Roles: [], IsPublic: false, Message: null)),
        ],
        [.. Restricts.Select(restrict => new CompiledRestrict(RuleCompiler.Compile(restrict), Message: null))],
        "Thing",
        "read");

    public bool Holds(ReferenceEvaluator evaluator, bool isSignedIn, Dictionary<string, object?> document) =>
        isSignedIn
        && Allows.Any(allow => !allow.IsForNobody && (allow.Where is null || evaluator.Matches(allow.Where, document)))
        && Restricts.All(restrict => evaluator.Matches(restrict, document));

    public override string ToString() =>
        $"allow {string.Join("\n  or ", Allows.Select(allow => $"{(allow.IsForNobody ? "(nobody) " : "")}{Describe(allow.Where)}"))}\nrestrict {string.Join("\n  and ", Restricts.Select(Describe))}";

    private static string Describe(Condition? condition) => condition switch
    {
        null => "everything",
        AllOf all => $"({string.Join(" and ", all.Conditions.Select(Describe))})",
        AnyOf any => $"({string.Join(" or ", any.Conditions.Select(Describe))})",
        ElementCondition list => $"{list.Path.Stored} {list.Operation} {Describe(list.Element)}",
        _ => condition.ToString(),
    };
}
