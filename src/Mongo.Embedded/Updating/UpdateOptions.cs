using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Expressions;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Updating;

/// <summary>What stands beside an update in its statement, and the clock of its dates.</summary>
internal sealed record UpdateOptions(TimeProvider TimeProvider)
{
    /// <summary>The variables that a pipeline may name; null where no pipeline is allowed.</summary>
    internal Scope? Scope { get; init; }

    internal IReadOnlyList<BsonDocument> ArrayFilters { get; init; } = [];

    /// <summary>How operators compare text; null for by its bytes.</summary>
    internal Collation? Collation { get; init; }
}
