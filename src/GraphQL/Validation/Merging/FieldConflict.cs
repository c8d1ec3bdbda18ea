using System.Collections.Immutable;
using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Validation.Merging;

/// <summary>Two fields of one response name that can't both be answered, §5.3.2.</summary>
/// <param name="ResponseName">What both write to.</param>
/// <param name="Reason">Why not, as a clause; for subfields the clauses of each of them.</param>
/// <param name="First">The one field, then its subfields in conflict.</param>
/// <param name="Second">The other, likewise.</param>
internal sealed record FieldConflict(string ResponseName, string Reason, ImmutableArray<FieldNode> First, ImmutableArray<FieldNode> Second)
{
    /// <summary>The conflict of two fields whose subfields conflict.</summary>
    public static FieldConflict OfSubfields(string responseName, IReadOnlyList<FieldConflict> conflicts, FieldNode first, FieldNode second) => new(
        responseName,
        string.Join(" and ", conflicts.Select(conflict => $"subfields \"{conflict.ResponseName}\" conflict because {conflict.Reason}")),
        [first, .. conflicts.SelectMany(conflict => conflict.First)],
        [second, .. conflicts.SelectMany(conflict => conflict.Second)]);
}
