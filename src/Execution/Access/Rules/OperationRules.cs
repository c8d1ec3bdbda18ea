using System.Collections.Immutable;
using OwnedData.Bson;

namespace OwnedData.Execution.Access.Rules;

/// <summary>
/// The compiled rules of one stored type for one operation: one allow and all restricts must hold. As a predicate the restricts stand first,
/// then the allows that this viewer can use; an allow that always holds leaves out the allow part.
/// </summary>
/// <param name="type">The stored type's name, for the standard messages.</param>
/// <param name="verb">What the viewer may not do, for the standard messages.</param>
internal sealed class OperationRules(ImmutableArray<CompiledAllow> allows, ImmutableArray<CompiledRestrict> restricts, string type, string verb)
{
    public ImmutableArray<CompiledAllow> Allows => allows;

    public ImmutableArray<CompiledRestrict> Restricts => restricts;

    /// <summary>Whether any document may be the viewer's; with what an update writes, whether any may be so afterwards.</summary>
    public Truth Decide(in RuleContext context, in WrittenFields written)
    {
        var result = DecideAllows(context, written);
        foreach (var restrict in restricts)
        {
            var truth = restrict.Where.Decide(context, written);
            result = truth < result ? truth : result;
        }

        return result;
    }

    /// <summary>Writes what is open as members of an open `$and`; nothing when everything holds. Never when <see cref="Decide"/> gives false.</summary>
    public void WriteMembers(BsonWriter writer, in RuleContext context)
    {
        foreach (var restrict in restricts)
        {
            restrict.Where.WriteMembers(writer, context, default);
        }

        WriteAllows(writer, context, default);
    }

    /// <summary>Writes what must hold after an update: the rules that read a field that it writes. Those about other fields are written already.</summary>
    public void WriteNewImage(BsonWriter writer, in RuleContext context, in WrittenFields written)
    {
        foreach (var restrict in restricts)
        {
            if (restrict.Where.Reads(written) && restrict.Where.Decide(context, written) == Truth.Open)
            {
                restrict.Where.WriteMembers(writer, context, written);
            }
        }

        if (ReadInAllows(written))
        {
            WriteAllows(writer, context, written);
        }
    }

    /// <summary>Whether the rules are about a field that an update writes.</summary>
    public bool Read(in WrittenFields written)
    {
        foreach (var restrict in restricts)
        {
            if (restrict.Where.Reads(written))
            {
                return true;
            }
        }

        return ReadInAllows(written);
    }

    /// <summary>Whether the rules hold on a document.</summary>
    public bool Hold(ReadOnlySpan<byte> document, in RuleContext context) => HasWayIn(document, context) && FindBroken(document, context) is null;

    /// <summary>What the viewer is told of a document on which the rules don't hold: the message of the rule that fails.</summary>
    public string MessageFor(ReadOnlySpan<byte> document, in RuleContext context)
    {
        if (FindBroken(document, context) is { } broken)
        {
            return broken.Message ?? StandardMessage;
        }

        foreach (var allow in allows)
        {
            if (allow.Message is not null)
            {
                return allow.Message;
            }
        }

        return StandardMessage;
    }

    /// <summary>Whether these rules hold wherever the others do: they ask for nothing more.</summary>
    public bool FollowFrom(OperationRules others) =>
        others.Allows.All(allow => allows.Contains(allow)) && restricts.All(restrict => others.Restricts.Contains(restrict));

    /// <summary>The paths in a document that the rules read.</summary>
    public ImmutableArray<string> Paths { get; } = PathsIn(restricts.Select(restrict => restrict.Where).Concat(allows.Select(allow => allow.Where)));

    private static ImmutableArray<string> PathsIn(IEnumerable<RuleCondition?> conditions)
    {
        var paths = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var condition in conditions)
        {
            condition?.AddPaths(paths);
        }

        return [.. paths];
    }

    private string StandardMessage => $"You may not {verb} a {type} like this.";

    private bool ReadInAllows(in WrittenFields written)
    {
        foreach (var allow in allows)
        {
            if (allow.Where is not null && allow.Where.Reads(written))
            {
                return true;
            }
        }

        return false;
    }

    private Truth DecideAllows(in RuleContext context, in WrittenFields written)
    {
        var result = Truth.False;
        foreach (var allow in allows)
        {
            var truth = allow.Decide(context, written);
            result = truth > result ? truth : result;
        }

        return result;
    }

    private void WriteAllows(BsonWriter writer, in RuleContext context, in WrittenFields written)
    {
        var count = 0;
        foreach (var allow in allows)
        {
            switch (allow.Decide(context, written))
            {
                case Truth.True:
                    return;
                case Truth.Open:
                    count++;
                    break;
            }
        }

        var alternatives = new AlternativesWriter(writer, isNested: false);
        alternatives.Start(count);
        foreach (var allow in allows)
        {
            if (allow.Decide(context, written) == Truth.Open)
            {
                alternatives.Write(allow.Where!, context, written);
            }
        }

        alternatives.End();
    }

    private bool HasWayIn(ReadOnlySpan<byte> document, in RuleContext context)
    {
        foreach (var allow in allows)
        {
            if (allow.Holds(document, context))
            {
                return true;
            }
        }

        return false;
    }

    private CompiledRestrict? FindBroken(ReadOnlySpan<byte> document, in RuleContext context)
    {
        foreach (var restrict in restricts)
        {
            if (!restrict.Where.Matches(document, context))
            {
                return restrict;
            }
        }

        return null;
    }
}
