using OwnedData.Bson;

namespace OwnedData.Mongo.Embedded.Updating;

/// <summary>What stands beside an update in its statement, and the clock of its dates.</summary>
internal sealed record UpdateOptions(TimeProvider TimeProvider)
{
    internal IReadOnlyList<BsonDocument> ArrayFilters { get; init; } = [];
}
