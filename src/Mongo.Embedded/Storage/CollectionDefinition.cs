using System.Collections.Immutable;
using OwnedData.Mongo.Embedded.Indexing;

namespace OwnedData.Mongo.Embedded.Storage;

/// <summary>One collection as the catalogue holds it.</summary>
/// <param name="Id">The number in its table's name.</param>
/// <param name="Name">The name that commands use.</param>
/// <param name="Indexes">In the order they were made; the one of `_id` first.</param>
internal sealed record CollectionDefinition(long Id, string Name, ImmutableArray<IndexDefinition> Indexes);
