using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Indexing;
using OwnedData.Mongo.Embedded.Ordering;
using OwnedData.Mongo.Embedded.Storage;

namespace OwnedData.Mongo.Embedded.Commands;

/// <summary>Reads one index of a `createIndexes`, and says whether a collection has it already.</summary>
internal static class IndexSpecification
{
    private const int MaximumFields = 32;

    internal static IndexDefinition Parse(BsonDocument specification)
    {
        var reader = CommandReader.OfPart(specification, "createIndexes.indexes");
        BsonDocument keys = default;
        string? name = null;
        var isUnique = false;
        while (reader.Read())
        {
            switch (reader.Name)
            {
                case "key":
                    keys = reader.Document();
                    break;
                case "name":
                    name = reader.String();
                    break;
                case "unique":
                    isUnique = reader.Boolean();
                    break;
                default:
                    throw reader.Unknown();
            }
        }

        return Create(name ?? throw reader.Missing("name"), keys, isUnique);
    }

    /// <summary>True for the same index; an index of the same name or of the same keys that is not the same is an error (85, 86).</summary>
    internal static bool Exists(CollectionDefinition collection, IndexDefinition wanted)
    {
        foreach (var index in collection.Indexes)
        {
            var isSame = HasSameFields(index, wanted) && (index.IsUnique == wanted.IsUnique || index.IsIdIndex);
            if (isSame && (index.Name == wanted.Name || index.IsIdIndex))
            {
                return true;
            }

            if (isSame)
            {
                throw new StoreException(
                    StoreErrorCode.IndexOptionsConflict, $"Index already exists with a different name: {index.Name}") { IndexName = index.Name };
            }

            if (index.Name == wanted.Name)
            {
                throw new StoreException(
                    StoreErrorCode.IndexKeySpecsConflict,
                    $"An existing index has the same name as the requested index, but other keys or options: {wanted.Name}") { IndexName = wanted.Name };
            }
        }

        return false;
    }

    private static IndexDefinition Create(string name, BsonDocument keys, bool isUnique)
    {
        var index = IndexDefinition.Create(name, new BsonDocument(keys.Memory.ToArray()), isUnique);
        if (index.Fields.Length is 0 or > MaximumFields || name.Length == 0)
        {
            throw new StoreException(StoreErrorCode.CannotCreateIndex, $"An index has a name and 1 to {MaximumFields} fields");
        }

        if (index.Fields.Any(field => HasArrayIndex(field.Path)))
        {
            throw new StoreException(StoreErrorCode.CannotCreateIndex, "The embedded store does not index array positions such as a.0");
        }

        return index;
    }

    private static bool HasArrayIndex(FieldPath path) => Enumerable.Range(0, path.Length).Any(component => path.IndexAt(component) >= 0);

    private static bool HasSameFields(IndexDefinition left, IndexDefinition right) =>
        left.Fields.Select(field => (field.Path.Text, field.Descending)).SequenceEqual(right.Fields.Select(field => (field.Path.Text, field.Descending)));
}
