using System.Collections.Immutable;
using OwnedData.GraphQL.Language;
using OwnedData.GraphQL.Types;
using OwnedData.GraphQL.Validation;

namespace OwnedData.Execution.Authorization;

/// <summary>
/// CollectFields, §6.3.2, for a whole operation at once and before the variables are known: a field under `@include` or
/// `@skip` stays in the selection with its condition.
/// </summary>
internal sealed class FieldCollector(ValidatedDocument document, SelectionTables tables)
{
    // A fragment spread under n different conditions is visited n times; nested, that multiplies. Real documents stay far below.
    private const int MaximumVisits = 50_000;

    private int _visits;

    /// <summary>False when the operation's conditions multiply beyond all reason; the collected selection is then incomplete.</summary>
    public bool IsWithinLimit => _visits <= MaximumVisits;

    /// <summary>The selection of a root type.</summary>
    public ObjectSelection Collect(ObjectType type, SelectionSetNode selectionSet) => Build(type, [(selectionSet, SelectionClause.Always)]);

    private ObjectSelection Build(ObjectType type, List<(SelectionSetNode Set, SelectionClause Clause)> sources)
    {
        var groups = new OrderedDictionary<string, List<(FieldNode Field, SelectionClause Clause)>>();
        var visitedFragments = new HashSet<(string Name, string Clause)>();
        foreach (var (set, clause) in sources)
        {
            CollectInto(groups, visitedFragments, type, set, clause);
        }

        var fields = ImmutableArray.CreateBuilder<FieldSelection>(groups.Count);
        foreach (var occurrences in groups.Values)
        {
            fields.Add(BuildField(type, occurrences));
        }

        return new ObjectSelection(type, fields.ToImmutable());
    }

    private FieldSelection BuildField(ObjectType parent, List<(FieldNode Field, SelectionClause Clause)> occurrences)
    {
        var node = occurrences[0].Field;
        document.Schema.TryGetField(parent, node.Name.Value, out var definition);
        var condition = tables.Conditions.Add([.. occurrences.Select(occurrence => occurrence.Clause)]);
        var sources = occurrences.Where(occurrence => occurrence.Field.SelectionSet is not null)
            .Select(occurrence => (occurrence.Field.SelectionSet!, occurrence.Clause)).ToList();
        var (gate, relation, rules) = tables.Add(parent.Name, definition!.Name);
        return new FieldSelection(node, definition, condition, gate, relation, rules, sources.Count == 0
            ? []
            : [.. document.Schema.GetPossibleTypes(definition.Type.InnermostType).Select(possible => Build(possible, sources))]);
    }

    private void CollectInto(
        OrderedDictionary<string, List<(FieldNode Field, SelectionClause Clause)>> groups,
        HashSet<(string Name, string Clause)> visitedFragments,
        ObjectType type,
        SelectionSetNode set,
        SelectionClause outer)
    {
        foreach (var selection in set.Selections)
        {
            if (++_visits > MaximumVisits)
            {
                return;
            }

            if (Narrow(outer, selection.Directives) is not { } clause)
            {
                continue;
            }

            switch (selection)
            {
                case FieldNode field:
                    groups.TryAdd(field.ResponseName, []);
                    groups[field.ResponseName].Add((field, clause));
                    break;
                case InlineFragmentNode fragment when fragment.TypeCondition is null || AppliesTo(type, fragment.TypeCondition):
                    CollectInto(groups, visitedFragments, type, fragment.SelectionSet, clause);
                    break;
                case FragmentSpreadNode spread when visitedFragments.Add((spread.Name.Value, clause.Key)):
                    var definition = document.Fragments[spread.Name.Value];
                    if (AppliesTo(type, definition.TypeCondition))
                    {
                        CollectInto(groups, visitedFragments, type, definition.SelectionSet, clause);
                    }

                    break;
            }
        }
    }

    private bool AppliesTo(ObjectType type, NamedTypeNode condition) =>
        document.Schema.TryGetType(condition.Name.Value, out var named) && document.Schema.GetPossibleTypes(named).Contains(type);

    private static SelectionClause? Narrow(SelectionClause outer, ImmutableArray<DirectiveNode> directives)
    {
        SelectionClause? clause = outer;
        foreach (var directive in directives)
        {
            if (clause is null || directive.Name.Value is not ("include" or "skip"))
            {
                continue;
            }

            var expected = directive.Name.Value == "include";
            clause = directive.Arguments[0].Value switch
            {
                VariableNode variable => clause.And(variable.Name.Value, expected),
                BooleanValueNode literal => literal.Value == expected ? clause : null,
                _ => clause,
            };
        }

        return clause;
    }
}
