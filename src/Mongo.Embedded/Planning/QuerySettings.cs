using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Planning;

/// <summary>What may stand beside any command's or statement's filter.</summary>
/// <param name="Hint">The index to use; null for the planner's choice.</param>
/// <param name="Collation">How text is compared; null for the order of its bytes.</param>
internal sealed record QuerySettings(QueryHint? Hint, Collation? Collation)
{
    internal static readonly QuerySettings None = new(Hint: null, Collation: null);
}
