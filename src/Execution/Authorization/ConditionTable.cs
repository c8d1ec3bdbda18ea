using System.Collections.Immutable;
using OwnedData.Execution.Responses;
using OwnedData.GraphQL.Coercion;

namespace OwnedData.Execution.Authorization;

/// <summary>The distinct conditions of an operation's fields, each an OR of clauses; evaluated once a request.</summary>
internal sealed class ConditionTable
{
    private readonly Dictionary<string, int> _indexes = [];
    private readonly List<ImmutableArray<SelectionClause>> _conditions = [];

    /// <summary>The index of the condition under which at least one of the clauses holds.</summary>
    public int Add(IReadOnlyCollection<SelectionClause> clauses)
    {
        if (clauses.Any(clause => clause.Literals.IsEmpty))
        {
            return ConditionSet.Always;
        }

        var key = string.Join('|', clauses.Select(clause => clause.Key).Distinct().Order(StringComparer.Ordinal));
        if (!_indexes.TryGetValue(key, out var index))
        {
            index = _conditions.Count;
            _indexes.Add(key, index);
            _conditions.Add([.. clauses.DistinctBy(clause => clause.Key)]);
        }

        return index;
    }

    /// <summary>Which conditions hold under these variables, §3.13.1 and §3.13.2.</summary>
    public ConditionSet Evaluate(VariableValues variables)
    {
        if (_conditions.Count == 0)
        {
            return default;
        }

        var values = new bool[_conditions.Count];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = _conditions[index].Any(clause => clause.Literals.All(literal => Holds(literal, variables)));
        }

        return new ConditionSet(values);
    }

    /// <summary>The condition as text, for <see cref="Planning.PlanText"/>.</summary>
    public string Describe(int index) => string.Join(" | ", _conditions[index].Select(clause => clause.Key));

    private static bool Holds(string literal, VariableValues variables)
    {
        var expected = literal[0] != '!';
        return variables.TryGetValue(expected ? literal : literal[1..], out var value) && value is bool given && given == expected;
    }
}
