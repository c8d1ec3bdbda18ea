using System.Collections.Immutable;

namespace OwnedData.Execution.Access.Rules;

/// <summary>What compiled `and` and `or` share: they read and need what their members do.</summary>
internal abstract class JoinedCondition(ImmutableArray<RuleCondition> members) : RuleCondition
{
    protected ImmutableArray<RuleCondition> Members { get; } = members;

    public sealed override bool IsBound(in RuleContext context)
    {
        foreach (var member in Members)
        {
            if (!member.IsBound(context))
            {
                return false;
            }
        }

        return true;
    }

    public sealed override void AddPaths(ICollection<string> paths)
    {
        foreach (var member in Members)
        {
            member.AddPaths(paths);
        }
    }

    public sealed override bool Reads(in WrittenFields written)
    {
        foreach (var member in Members)
        {
            if (member.Reads(written))
            {
                return true;
            }
        }

        return false;
    }
}
