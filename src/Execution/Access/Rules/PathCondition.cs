using OwnedData.Bson;
using OwnedData.Schema.Access;

namespace OwnedData.Execution.Access.Rules;

/// <summary>A condition on what a path leads to, or (with an empty path) on a plain element of a list.</summary>
internal abstract class PathCondition(RulePath path) : RuleCondition
{
    protected StoredPath Path { get; } = new(path.Stored);

    /// <summary>Whether an array at the path's end also offers its elements.</summary>
    public abstract bool LooksIntoArray { get; }

    /// <summary>Whether the condition is that <see cref="Test"/> holds nowhere.</summary>
    protected abstract bool IsNegated { get; }

    /// <summary>Whether one value passes, the negation left aside; the default value stands for a missing one.</summary>
    public abstract bool Test(BsonValue value, in RuleContext context);

    public sealed override bool Matches(ReadOnlySpan<byte> document, in RuleContext context) =>
        CanMatch(context) && Path.LeadsTo(this, document, context) != IsNegated;

    public sealed override bool MatchesElement(BsonValue element, in RuleContext context) =>
        CanMatch(context) && Test(element, context) != IsNegated;

    public sealed override Truth Decide(in RuleContext context, in WrittenFields written)
    {
        if (Reads(written))
        {
            return Matches(written.Set.Span, context) ? Truth.True : Truth.False;
        }

        return CanMatch(context) ? Truth.Open : Truth.False;
    }

    public sealed override void WriteMembers(BsonWriter writer, in RuleContext context, in WrittenFields written)
    {
        writer.WriteStartDocument();
        WritePredicate(writer, context);
        writer.WriteEndDocument();
    }

    public sealed override void AddPaths(ICollection<string> paths) => paths.Add(path.Stored);

    public sealed override bool Reads(in WrittenFields written) => written.Touches(Path.Root);

    /// <summary>Whether any document can match for this viewer.</summary>
    protected abstract bool CanMatch(in RuleContext context);

    /// <summary>Writes the path and what has to hold there.</summary>
    protected virtual void WritePredicate(BsonWriter writer, in RuleContext context)
    {
        var hasPattern = false;
        writer.WriteStartDocument(Path.Utf8);
        WriteOperators(writer, context, ref hasPattern);
        writer.WriteEndDocument();
    }
}
