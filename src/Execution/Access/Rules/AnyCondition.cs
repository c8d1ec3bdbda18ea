using System.Collections.Immutable;
using OwnedData.Bson;

namespace OwnedData.Execution.Access.Rules;

/// <summary>Compiled `or`: what can't match for this viewer is left out.</summary>
internal sealed class AnyCondition(ImmutableArray<RuleCondition> members) : JoinedCondition(members)
{
    public override Truth Decide(in RuleContext context, in WrittenFields written)
    {
        var result = Truth.False;
        foreach (var member in Members)
        {
            var truth = member.Decide(context, written);
            result = truth > result ? truth : result;
        }

        return result;
    }

    public override void WriteMembers(BsonWriter writer, in RuleContext context, in WrittenFields written)
    {
        var alternatives = new AlternativesWriter(writer, isNested: true);
        alternatives.Start(CountOpen(context, written));
        foreach (var member in Members)
        {
            if (member.Decide(context, written) == Truth.Open)
            {
                alternatives.Write(member, context, written);
            }
        }

        alternatives.End();
    }

    public override void WriteOperators(BsonWriter writer, in RuleContext context, ref bool hasPattern)
    {
        // MongoDB has no `$or` on a plain element: it is the negation of all negations (docs/decisions/0007-element-filters.md).
        writer.WriteStartDocument("$not"u8);
        foreach (var member in Members)
        {
            if (member.Decide(context, default) != Truth.False)
            {
                var hasOwnPattern = false;
                writer.WriteStartDocument("$not"u8);
                member.WriteOperators(writer, context, ref hasOwnPattern);
                writer.WriteEndDocument();
            }
        }

        writer.WriteEndDocument();
    }

    public override bool Matches(ReadOnlySpan<byte> document, in RuleContext context)
    {
        foreach (var member in Members)
        {
            if (member.Matches(document, context))
            {
                return true;
            }
        }

        return false;
    }

    public override bool MatchesElement(BsonValue element, in RuleContext context)
    {
        foreach (var member in Members)
        {
            if (member.MatchesElement(element, context))
            {
                return true;
            }
        }

        return false;
    }

    private int CountOpen(in RuleContext context, in WrittenFields written)
    {
        var count = 0;
        foreach (var member in Members)
        {
            count += member.Decide(context, written) == Truth.Open ? 1 : 0;
        }

        return count;
    }
}
