using System.Collections.Immutable;
using OwnedData.Mongo.Embedded.Indexing;

namespace OwnedData.Mongo.Embedded.Storage;

/// <summary>
/// All collections and indexes at one version of the data file. The version stands in the file too, so a reader knows whether this catalogue is that of its snapshot.
/// </summary>
internal sealed record Catalogue(long Version, ImmutableDictionary<string, CollectionDefinition> Collections)
{
    internal CollectionDefinition? Find(string name) => Collections.GetValueOrDefault(name);

    internal Catalogue With(CollectionDefinition collection) => this with { Collections = Collections.SetItem(collection.Name, collection) };

    internal Catalogue Without(CollectionDefinition collection) => this with { Collections = Collections.Remove(collection.Name) };

    internal static CollectionDefinition Replace(CollectionDefinition collection, IndexDefinition index) =>
        collection with { Indexes = [.. collection.Indexes.Select(other => other.Id == index.Id ? index : other)] };
}
