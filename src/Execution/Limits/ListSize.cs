using System.Collections.Immutable;
using OwnedData.GraphQL.Coercion;

namespace OwnedData.Execution.Limits;

/// <summary>`@listSize` of a field: how many items it gives.</summary>
/// <param name="Maximum">No more than these; what asks for more is refused by the field itself.</param>
/// <param name="Default">Where no slicing argument is given.</param>
/// <param name="SlicingArguments">The first that is given counts: what the page is read by.</param>
/// <param name="SizedFields">The fields of the result that hold the items; empty when the result itself does.</param>
internal sealed record ListSize(long Maximum, long Default, ImmutableArray<string> SlicingArguments, ImmutableArray<string> SizedFields)
{
    public long Of(ArgumentValues arguments)
    {
        foreach (var name in SlicingArguments)
        {
            if (arguments.TryGetValue(name, out var value) && value is not null)
            {
                return Math.Clamp(value is IReadOnlyList<object?> items ? items.Count : (int)value, 0, Maximum);
            }
        }

        return Math.Min(Default, Maximum);
    }
}
