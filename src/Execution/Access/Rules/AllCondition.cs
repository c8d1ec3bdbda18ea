using System.Collections.Immutable;
using OwnedData.Bson;

namespace OwnedData.Execution.Access.Rules;

/// <summary>Compiled `and`.</summary>
internal sealed class AllCondition(ImmutableArray<RuleCondition> members) : JoinedCondition(members)
{
    public override Truth Decide(in RuleContext context, in WrittenFields written)
    {
        var result = Truth.True;
        foreach (var member in Members)
        {
            var truth = member.Decide(context, written);
            result = truth < result ? truth : result;
        }

        return result;
    }

    public override void WriteMembers(BsonWriter writer, in RuleContext context, in WrittenFields written)
    {
        foreach (var member in Members)
        {
            if (member.Decide(context, written) == Truth.Open)
            {
                member.WriteMembers(writer, context, written);
            }
        }
    }

    public override void WriteOperators(BsonWriter writer, in RuleContext context, ref bool hasPattern)
    {
        foreach (var member in Members)
        {
            member.WriteOperators(writer, context, ref hasPattern);
        }
    }

    public override bool Matches(ReadOnlySpan<byte> document, in RuleContext context)
    {
        foreach (var member in Members)
        {
            if (!member.Matches(document, context))
            {
                return false;
            }
        }

        return true;
    }

    public override bool MatchesElement(BsonValue element, in RuleContext context)
    {
        foreach (var member in Members)
        {
            if (!member.MatchesElement(element, context))
            {
                return false;
            }
        }

        return true;
    }
}
