using System.Collections.Immutable;

namespace OwnedData.Mongo.Embedded.Storage;

/// <summary>A database that holds nothing: what a client reads from under any name but the store's own.</summary>
internal sealed class EmptySession(ReadSession session) : Session(session.Connection)
{
    internal override Catalogue Catalogue { get; } =
        new(session.Catalogue.Version, ImmutableDictionary<string, CollectionDefinition>.Empty);
}
