using System.Collections.Immutable;
using System.Diagnostics;
using OwnedData.Bson;

namespace OwnedData.Execution.Access.Rules;

/// <summary>Several values under `in` or `nin`, some of them the viewer's. One that is not bound leaves all of them so.</summary>
internal sealed class ListRuleOperand(ImmutableArray<RuleOperand> members) : RuleOperand
{
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

    public override void Write(BsonWriter writer, in RuleContext context)
    {
        writer.WriteStartArray();
        foreach (var member in members)
        {
            member.Write(writer, context);
        }

        writer.WriteEndArray();
    }

    public override bool Equals(BsonValue element, in RuleContext context)
    {
        foreach (var member in members)
        {
            if (member.Equals(element, context))
            {
                return true;
            }
        }

        return false;
    }

    public override BsonValue Single(in RuleContext context, Span<byte> scratch) => throw new UnreachableException("A list under an operation that takes one value.");
}
