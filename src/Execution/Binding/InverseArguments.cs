using System.Collections.Immutable;
using OwnedData.Execution.Authorization;
using OwnedData.GraphQL.Errors;

namespace OwnedData.Execution.Binding;

/// <summary>Reads `first` of the `@inverse` fields below a root field: a size beyond the limit refuses the root field, before anything is sent.</summary>
internal static class InverseArguments
{
    /// <summary>The `@inverse` fields in a selection, at any depth.</summary>
    public static ImmutableArray<FieldSelection> In(FieldSelection selection)
    {
        var found = ImmutableArray.CreateBuilder<FieldSelection>();
        Collect(selection);
        return found.ToImmutable();

        void Collect(FieldSelection field)
        {
            if (field.Relation?.Inverse is not null)
            {
                found.Add(field);
            }

            foreach (var inner in field.Selections.SelectMany(possible => possible.Fields))
            {
                Collect(inner);
            }
        }
    }

    /// <summary>Writes the sizes of those that are selected, each at the index of its relation; null when all are within their limits.</summary>
    public static GraphQLError? Bind(ImmutableArray<FieldSelection> inverses, BindingContext context, int[] sizes)
    {
        foreach (var selection in inverses)
        {
            if (!context.Conditions.Includes(selection.Condition))
            {
                continue;
            }

            var relation = selection.Relation!;
            var outcome = context.Arguments(selection);
            if (!outcome.TryGetValue(out var arguments))
            {
                return outcome.Errors[0];
            }

            var first = arguments.TryGetValue("first", out var value) ? (int?)value : null;
            if (PageArguments.CheckSize(first, relation.Inverse!.Paging, relation.Coordinate) is { } error)
            {
                return error;
            }

            sizes[relation.Index] = first ?? relation.Inverse.Paging.Default;
        }

        return null;
    }
}
