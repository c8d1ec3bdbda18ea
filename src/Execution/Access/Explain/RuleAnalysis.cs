using System.Collections.Immutable;
using OwnedData.Bson;
using OwnedData.Execution.Access.Rules;
using OwnedData.Schema.Access;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Access.Explain;

/// <summary>
/// Judges each rule of an operation on its own, for explanations and for the coverage of tests. It decides nothing: what a viewer gets is the query
/// filter's to say, and the same compiled conditions are asked here.
/// </summary>
public static class RuleAnalysis
{
    /// <summary>Gates first, then ways in, then restrictions, each as the model has them.</summary>
    /// <param name="type">A stored type.</param>
    /// <param name="operation">What the viewer is about to do.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="now">The time of the request.</param>
    /// <param name="document">As stored; null to judge the viewer alone.</param>
    public static ImmutableArray<RuleVerdict> Judge(
        StoredType type, AccessOperation operation, Viewer viewer, DateTimeOffset now, BsonDocument? document = null)
    {
        var judge = new Judgement(new RuleContext(viewer, now), document);
        return
        [
            .. type.Access.Gates.Where(gate => gate.On.Contains(operation)).Select(judge.Of),
            .. type.Access.Allows.Where(rule => rule.On.Contains(operation)).Select(judge.Of),
            .. type.Access.Restricts.Where(rule => rule.On.Contains(operation)).Select(judge.Of),
        ];
    }

    /// <summary>A gate by itself: that of a field.</summary>
    public static RuleVerdict Judge(Gate gate, Viewer viewer, DateTimeOffset now) => new Judgement(new RuleContext(viewer, now), document: null).Of(gate);

    /// <summary>A new document with the owner and what `@restrict` asks for, as a create by that viewer would store it.</summary>
    public static BsonDocument Stamp(StoredType type, BsonDocument document, Viewer viewer, DateTimeOffset now)
    {
        new TypeRules(type).TryStamp(document, new RuleContext(viewer, now), out var stamped);
        return stamped;
    }

    private sealed class Judgement(RuleContext context, BsonDocument? document)
    {
        private readonly ViewerValueCheck _values = new(context);

        public RuleVerdict Of(Gate gate)
        {
            ImmutableArray<string> lacks = [.. Lacks(gate.Policy, gate.Roles)];
            return new RuleVerdict(RuleKind.Gate, gate.Origin, lacks.IsEmpty ? RuleStanding.Always : RuleStanding.Never, lacks, lacks.IsEmpty, []);
        }

        public RuleVerdict Of(AllowRule rule)
        {
            ImmutableArray<string> lacks = rule.IsPublic ? [] : [.. Lacks(rule.Policy, rule.Roles)];
            var verdict = rule.Where is null
                ? new RuleVerdict(RuleKind.Allow, rule.Origin, RuleStanding.Always, [], document is null ? null : true, [])
                : Of(RuleKind.Allow, rule.Origin, rule.Where) with { Alternatives = Alternatives(rule.Where) };
            return lacks.IsEmpty ? verdict : verdict with { Standing = RuleStanding.Never, Reasons = lacks, Holds = document is null ? null : false };
        }

        public RuleVerdict Of(RestrictRule rule) => Of(RuleKind.Restrict, rule.Origin, rule.Where);

        private RuleVerdict Of(RuleKind kind, RuleOrigin origin, Condition where)
        {
            var compiled = RuleCompiler.Compile(where);
            var standing = compiled.Decide(context, default) switch
            {
                Truth.False => RuleStanding.Never,
                Truth.True => RuleStanding.Always,
                _ => RuleStanding.Applies,
            };
            return new RuleVerdict(kind, origin, standing, [.. _values.FindProblems(where)], Matches(compiled), []);
        }

        private ImmutableArray<KeyValuePair<string, bool?>> Alternatives(Condition where) => where is AnyOf any
            ? [.. any.Conditions.Select(member => KeyValuePair.Create(ConditionText.Of(member), Matches(RuleCompiler.Compile(member))))]
            : [];

        private bool? Matches(RuleCondition condition) => document is { } given ? condition.Matches(given.Span, context) : null;

        private IEnumerable<string> Lacks(string? policy, ImmutableArray<string> roles)
        {
            if (!context.Viewer.IsAuthenticated)
            {
                yield return "nobody is signed in";
                yield break;
            }

            if (!context.Viewer.Holds(policy, []))
            {
                yield return $"needs the scope or permission {policy}";
            }

            if (!context.Viewer.Holds(null, roles))
            {
                yield return $"needs the role {string.Join(" or ", roles)}";
            }
        }
    }
}
