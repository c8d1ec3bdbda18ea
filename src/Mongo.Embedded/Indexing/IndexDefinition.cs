using System.Collections.Immutable;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Indexing;

/// <summary>One index as the catalogue holds it. Immutable: a change makes a new catalogue.</summary>
/// <param name="Id">The number in its table's name.</param>
/// <param name="Name">Unique in the collection.</param>
/// <param name="Keys">The key pattern as it was given.</param>
/// <param name="Fields">The key pattern, parsed.</param>
/// <param name="IsUnique">Whether no two documents may have an equal key.</param>
/// <param name="MultikeyFields">A bit for every field whose path has ever met an array: bounds and sorts must not trust those.</param>
internal sealed record IndexDefinition(
    long Id,
    string Name,
    BsonDocument Keys,
    ImmutableArray<SortField> Fields,
    bool IsUnique,
    uint MultikeyFields)
{
    internal const string IdIndexName = "_id_";

    internal bool IsIdIndex => Name == IdIndexName;

    internal bool IsMultikey => MultikeyFields != 0;

    internal bool IsMultikeyField(int field) => (MultikeyFields >> field & 1) == 1;

    /// <summary>The index that every collection has.</summary>
    internal static IndexDefinition OfId { get; } = Create(IdIndexName, MakeIdKeys(), isUnique: true);

    /// <summary>Reads a key pattern that is known to be good; the number comes from the catalogue.</summary>
    internal static IndexDefinition Create(string name, BsonDocument keys, bool isUnique) =>
        new(Id: 0, name, keys, [.. SortSpecification.Parse(keys).Fields], isUnique, MultikeyFields: 0);

    private static BsonDocument MakeIdKeys()
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteInt32("_id"u8, 1);
        writer.WriteEndDocument();
        return writer.ToDocument();
    }
}
