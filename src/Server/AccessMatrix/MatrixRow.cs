using System.Collections.Immutable;
using OwnedData.Schema.Access;
using OwnedData.Schema.Model;

namespace OwnedData.Server.AccessMatrix;

/// <summary>Who may do something with the documents of a type: must pass every gate, get in by one way, and break no restriction. A way in is all that publishes it.</summary>
/// <param name="Operations">What is done: all operations that the same is true of.</param>
/// <param name="Needs">What the viewer must hold; empty for nothing, not even a token.</param>
/// <param name="Ways">The ways in; none where the API doesn't publish the operations.</param>
/// <param name="Restrictions">What must hold as well.</param>
internal sealed record MatrixRow(
    ImmutableArray<AccessOperation> Operations, ImmutableArray<MatrixNeed> Needs, ImmutableArray<RuleOrigin> Ways, ImmutableArray<RuleOrigin> Restrictions)
{
    /// <summary>In the order in which a reader asks.</summary>
    public static ImmutableArray<AccessOperation> AllOperations { get; } = [AccessOperation.Read, AccessOperation.Create, AccessOperation.Update, AccessOperation.Delete];

    public bool IsPublished => !Ways.IsEmpty;

    /// <summary>Each operation once; those that nothing opens have nothing else to say.</summary>
    public static ImmutableArray<MatrixRow> Of(StoredType type)
    {
        var rows = new List<MatrixRow>();
        foreach (var operation in AllOperations)
        {
            var row = Of(type.Access, operation);
            var same = rows.FindIndex(other => row.SaysTheSameAs(other));
            if (same < 0)
            {
                rows.Add(row);
            }
            else
            {
                rows[same] = row with { Operations = rows[same].Operations.Add(operation) };
            }
        }

        return [.. rows.OrderBy(row => !row.IsPublished)];
    }

    private static MatrixRow Of(TypeAccess access, AccessOperation operation)
    {
        var ways = access.Allows.Where(rule => rule.On.Contains(operation)).ToList();
        return ways.Count == 0
            ? new MatrixRow([operation], [], [], [])
            : new MatrixRow(
                [operation],
                MatrixNeed.Of(access.Gates.Where(gate => gate.On.Contains(operation)), isPublic: ways.Any(rule => rule.IsPublic)),
                [.. ways.Select(rule => rule.Origin)],
                [.. access.Restricts.Where(rule => rule.On.Contains(operation)).Select(rule => rule.Origin)]);
    }

    private bool SaysTheSameAs(MatrixRow other) =>
        Needs.SequenceEqual(other.Needs) && Ways.SequenceEqual(other.Ways) && Restrictions.SequenceEqual(other.Restrictions);
}
