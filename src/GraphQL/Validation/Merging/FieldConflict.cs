using System.Collections.Immutable;
using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Validation.Merging;

/// <summary>Two fields of one response name that can't both be answered, §5.3.2. What it tells is bounded, however many subfields conflict.</summary>
/// <param name="ResponseName">What both write to.</param>
/// <param name="Reason">Why not, as a clause; for subfields the clauses of each of them.</param>
/// <param name="First">The one field, then its subfields in conflict.</param>
/// <param name="Second">The other, likewise.</param>
internal sealed record FieldConflict(string ResponseName, string Reason, ImmutableArray<FieldNode> First, ImmutableArray<FieldNode> Second)
{
    private const int MaxReasonLength = 1_000;
    private const int MaxFields = 20;

    /// <summary>The conflict of two fields whose subfields conflict.</summary>
    public static FieldConflict OfSubfields(string responseName, IReadOnlyList<FieldConflict> conflicts, FieldNode first, FieldNode second)
    {
        var clauses = conflicts.Select(conflict => $"subfields \"{conflict.ResponseName}\" conflict because {conflict.Reason}");
        var reason = string.Join(" and ", clauses);
        return new FieldConflict(
            responseName,
            reason.Length > MaxReasonLength ? $"{reason[..MaxReasonLength]}..." : reason,
            WithSubfields(first, conflicts.Select(conflict => conflict.First)),
            WithSubfields(second, conflicts.Select(conflict => conflict.Second)));
    }

    /// <summary>The deeper fields of the conflict that is cut.</summary>
    private static ImmutableArray<FieldNode> WithSubfields(FieldNode field, IEnumerable<ImmutableArray<FieldNode>> conflicts)
    {
        var fields = ImmutableArray.CreateBuilder<FieldNode>();
        fields.Add(field);
        foreach (var subfields in conflicts)
        {
            var room = MaxFields - fields.Count;
            fields.AddRange(subfields.AsSpan()[^Math.Min(room, subfields.Length)..]);
        }

        return fields.ToImmutable();
    }
}
