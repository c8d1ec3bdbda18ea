using System.Collections.Immutable;
using OwnedData.Bson;

namespace OwnedData.Mongo.Commands;

/// <summary>`createIndexes`: makes what is not there yet; makes the collection too.</summary>
public sealed class CreateIndexesCommand(string collection) : ReplyCommand(collection)
{
    public required ImmutableArray<IndexModel> Indexes { get; init; }

    /// <inheritdoc />
    protected override void WriteElements(BsonWriter writer)
    {
        writer.WriteString("createIndexes"u8, Collection);
        writer.WriteStartArray("indexes"u8);
        foreach (var index in Indexes)
        {
            writer.WriteStartDocument();
            writer.WriteDocument("key"u8, index.Keys);
            writer.WriteString("name"u8, index.Name);
            if (index.IsUnique)
            {
                writer.WriteBoolean("unique"u8, true);
            }

            writer.WriteEndDocument();
        }

        writer.WriteEndArray();
    }
}
