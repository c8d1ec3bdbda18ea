using OwnedData.Bson;

namespace OwnedData.Execution.Access.Rules;

/// <summary>
/// A compiled condition of a rule: written as MongoDB's predicate, and evaluated in memory with the same meaning. Conditions never negate
/// others but in quantifiers, so that one that can't match leaves out what depends on it and nothing else.
/// </summary>
internal abstract class RuleCondition
{
    /// <summary>What is known without the document: a viewer's value that is not bound, and what an update writes.</summary>
    public abstract Truth Decide(in RuleContext context, in WrittenFields written);

    /// <summary>Writes what is open as members of an open `$and`; only when <see cref="Decide"/> gives <see cref="Truth.Open"/>.</summary>
    public abstract void WriteMembers(BsonWriter writer, in RuleContext context, in WrittenFields written);

    /// <summary>Writes it as operators on a plain element of a list, into an open document.</summary>
    /// <param name="writer">Where the document is open.</param>
    /// <param name="context">Who asks.</param>
    /// <param name="hasPattern">Whether the document has its one `$regex`.</param>
    public abstract void WriteOperators(BsonWriter writer, in RuleContext context, ref bool hasPattern);

    /// <summary>Whether a document matches: exactly when the predicate finds it.</summary>
    public abstract bool Matches(ReadOnlySpan<byte> document, in RuleContext context);

    /// <summary>Whether a plain element of a list matches.</summary>
    public abstract bool MatchesElement(BsonValue element, in RuleContext context);

    /// <summary>Whether every value of the viewer in it is bound.</summary>
    public abstract bool IsBound(in RuleContext context);

    /// <summary>Adds the paths in the document that it reads.</summary>
    public abstract void AddPaths(ICollection<string> paths);

    /// <summary>Whether it reads a field that an update writes.</summary>
    public abstract bool Reads(in WrittenFields written);
}
