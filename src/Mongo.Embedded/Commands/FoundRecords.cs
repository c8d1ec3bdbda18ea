using OwnedData.Mongo.Embedded.Matching;

namespace OwnedData.Mongo.Embedded.Commands;

/// <summary>What a write is about: the records that match, and the filter they match.</summary>
internal sealed record FoundRecords(Filter Filter, List<long> Records);
