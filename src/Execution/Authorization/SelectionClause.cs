using System.Collections.Immutable;

namespace OwnedData.Execution.Authorization;

/// <summary>
/// Under which variables one occurrence of a field is selected: all of its `@include` and `@skip` on the way to it.
/// Literals are "name" or "!name", so that equal clauses are equal sets.
/// </summary>
internal sealed class SelectionClause
{
    /// <summary>Selected whatever the variables are.</summary>
    public static SelectionClause Always { get; } = new([]);

    private SelectionClause(ImmutableSortedSet<string> literals)
    {
        Literals = literals;
        Key = string.Join('&', literals);
    }

    public ImmutableSortedSet<string> Literals { get; }

    /// <summary>Equal for clauses that mean the same.</summary>
    public string Key { get; }

    /// <summary>This clause and one more condition; null when both can never hold.</summary>
    public SelectionClause? And(string variable, bool expected)
    {
        var (literal, opposite) = expected ? (variable, "!" + variable) : ("!" + variable, variable);
        return Literals.Contains(opposite) ? null : new SelectionClause(Literals.Add(literal));
    }
}
