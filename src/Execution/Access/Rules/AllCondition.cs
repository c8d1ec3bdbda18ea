using System.Collections.Immutable;
using OwnedData.Bson;

namespace OwnedData.Execution.Access.Rules;

/// <summary>Compiled `and`.</summary>
internal sealed class AllCondition(ImmutableArray<RuleCondition> members) : RuleCondition
{
    public override Truth Decide(in RuleContext context, in WrittenFields written)
    {
        var result = Truth.True;
        foreach (var member in members)
        {
            var truth = member.Decide(context, written);
            result = truth < result ? truth : result;
        }

        return result;
    }

    public override void WriteMembers(BsonWriter writer, in RuleContext context, in WrittenFields written)
    {
        foreach (var member in members)
        {
            if (member.Decide(context, written) == Truth.Open)
            {
                member.WriteMembers(writer, context, written);
            }
        }
    }

    public override void WriteOperators(BsonWriter writer, in RuleContext context, ref bool hasPattern)
    {
        foreach (var member in members)
        {
            member.WriteOperators(writer, context, ref hasPattern);
        }
    }

    public override bool Matches(ReadOnlySpan<byte> document, in RuleContext context)
    {
        foreach (var member in members)
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
        foreach (var member in members)
        {
            if (!member.MatchesElement(element, context))
            {
                return false;
            }
        }

        return true;
    }

    public override bool IsBound(in RuleContext context)
    {
        foreach (var member in members)
        {
            if (!member.IsBound(context))
            {
                return false;
            }
        }

        return true;
    }

    public override void AddPaths(ICollection<string> paths)
    {
        foreach (var member in members)
        {
            member.AddPaths(paths);
        }
    }

    public override bool Reads(in WrittenFields written)
    {
        foreach (var member in members)
        {
            if (member.Reads(written))
            {
                return true;
            }
        }

        return false;
    }
}
