using System.Collections.Frozen;
using System.Collections.Immutable;
using OwnedData.Execution.Authorization;
using OwnedData.GraphQL.Types;

namespace OwnedData.Execution.Limits;

/// <summary>
/// Finds the weights of an operation's fields when its plan is made, from `@cost` and `@listSize` of the published schema. Without
/// them a field weighs 1 when it gives objects and nothing when it is a leaf, and an object 1.
/// </summary>
internal sealed class CostPlanner
{
    private readonly FrozenDictionary<InputObjectType, InputCost> _inputs;

    public CostPlanner(GraphQLSchema schema)
    {
        _inputs = schema.Types.OfType<InputObjectType>().ToFrozenDictionary(type => type, _ => new InputCost());
        foreach (var (type, cost) in _inputs)
        {
            cost.Complete(type.Fields.Select(field =>
                KeyValuePair.Create(field.Name, (CostDirective.WeightIn(field.AppliedDirectives) ?? 0, TypeOf(field)))));
        }
    }

    /// <summary>Of a root field. Introspection costs nothing: it has limits of its own, and asks no store.</summary>
    public RootFieldCost Plan(FieldSelection field)
    {
        if (field.Name.StartsWith("__", StringComparison.Ordinal))
        {
            return new RootFieldCost(default, [], null, []);
        }

        var definition = field.Definition;
        var size = CostDirective.SizeIn(definition.AppliedDirectives);
        return new RootFieldCost(
            WeightOf(definition),
            [.. definition.Arguments.Select(PlanArgument).Where(argument => argument.Weight > 0)],
            size,
            PlanSelections(field, size?.SizedFields ?? []));
    }

    private static OperationCost WeightOf(FieldDefinition field)
    {
        var objects = field.Type.InnermostType.IsCompositeType ? 1 : 0;
        return new OperationCost(CostDirective.WeightIn(field.AppliedDirectives) ?? objects, objects);
    }

    private static ImmutableArray<SelectionCost> PlanSelections(FieldSelection field, ImmutableArray<string> sizedFields) =>
        [.. field.Selections.Select(selection => PlanSelection(selection, sizedFields))];

    private static SelectionCost PlanSelection(ObjectSelection selection, ImmutableArray<string> sizedFields)
    {
        var (once, perItem) = (default(OperationCost), default(OperationCost));
        var conditional = ImmutableArray.CreateBuilder<FieldCost>();
        foreach (var field in selection.Fields)
        {
            var cost = new FieldCost(field.Condition, WeightOf(field.Definition), sizedFields.Contains(field.Name), InverseOf(field), PlanSelections(field, []));
            if (cost.IsFree)
            {
                continue;
            }

            if (!cost.IsFixed)
            {
                conditional.Add(cost);
                continue;
            }

            // What depends on the page size alone is linear in it.
            var withoutItems = cost.Under(default, items: 0);
            once += withoutItems;
            perItem += cost.Under(default, items: 1) - withoutItems;
        }

        return new SelectionCost(once, perItem, conditional.ToImmutable());
    }

    private static int? InverseOf(FieldSelection field) => field.Relation is { Inverse: not null } relation ? relation.Index : null;

    private ArgumentCost PlanArgument(InputValueDefinition argument) =>
        new(argument.Name, CostDirective.WeightIn(argument.AppliedDirectives) ?? 0, TypeOf(argument));

    private InputCost? TypeOf(InputValueDefinition value) => value.Type.InnermostType is InputObjectType type ? _inputs[type] : null;
}
