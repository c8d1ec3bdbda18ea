namespace OwnedData.Mongo.Embedded.Planning;

/// <summary>The best ways to find the documents of one filter: of all, and of those that can be merged with others in the order, forward or backward.</summary>
internal readonly record struct BestAccesses(IndexAccess? Any, IndexAccess? Forward, IndexAccess? Backward)
{
    /// <summary>The better of these and another; what neither narrows nor orders is left out.</summary>
    internal BestAccesses With(IndexAccess access) => access is { Score: 0, Order: null } ? this : new(
        Better(access, Any),
        access.Order is { IsMergeable: true, IsBackward: false } ? Better(access, Forward) : Forward,
        access.Order is { IsMergeable: true, IsBackward: true } ? Better(access, Backward) : Backward);

    private static IndexAccess Better(IndexAccess access, IndexAccess? best) => best is null || access.Rank.IsBetterThan(best.Rank) ? access : best;
}
