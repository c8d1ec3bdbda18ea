using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Commands;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Indexes;

/// <summary>The indexes that the model asks for, as the command that makes them.</summary>
public static class ModelIndexes
{
    /// <summary>All of a type's.</summary>
    public static CreateIndexesCommand ToCommand(StoredType type) => ToCommand(type, type.Indexes);

    /// <summary>Some of a type's.</summary>
    public static CreateIndexesCommand ToCommand(StoredType type, IEnumerable<IndexDefinition> indexes) =>
        new(type.Collection) { Indexes = [.. indexes.Select(ToIndex)] };

    private static IndexModel ToIndex(IndexDefinition index)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        foreach (var key in index.Keys)
        {
            writer.WriteInt32(Encoding.UTF8.GetBytes(key.StoredPath), key.IsDescending ? -1 : 1);
        }

        writer.WriteEndDocument();
        return new IndexModel(index.Name, writer.ToDocument(), index.IsUnique);
    }
}
