using System.Collections.Immutable;
using OwnedData.Bson;

namespace OwnedData.Mongo.Commands;

/// <summary>`insert`: new documents, in order, stopping at the first that fails.</summary>
public sealed class InsertCommand(string collection) : ReplyCommand(collection)
{
    public required ImmutableArray<BsonDocument> Documents { get; init; }

    /// <inheritdoc />
    protected override void WriteElements(BsonWriter writer)
    {
        writer.WriteString("insert"u8, Collection);
        writer.WriteStartArray("documents"u8);
        foreach (var document in Documents)
        {
            writer.WriteDocument(document);
        }

        writer.WriteEndArray();
    }
}
