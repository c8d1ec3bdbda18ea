using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Matching;

namespace OwnedData.Mongo.Embedded.Updating;

/// <summary>A parsed update. Whatever its kind, the `_id` of a document never changes. The size of documents is the store's to check; nesting is checked here.</summary>
internal abstract class Update
{
    /// <summary>Whether <see cref="Apply"/> must know the filter that found the document: `$` in a path.</summary>
    internal virtual bool UsesPosition => false;

    /// <summary>Throws <see cref="StoreException"/> with MongoDB's code where the update is none.</summary>
    internal static Update Parse(BsonValue update, UpdateOptions options)
    {
        if (update.Type == BsonType.Array && options.Scope is { } scope)
        {
            return PipelineUpdate.Parse(update, options, scope);
        }

        if (update.Type != BsonType.Document)
        {
            throw new StoreException(StoreErrorCode.FailedToParse, "Update argument must be either an object or an array");
        }

        var reader = new BsonReader(update.Bytes);
        return reader.Read() && reader.NameSpan is [(byte)'$', ..]
            ? OperatorUpdate.Parse(update.Bytes, options)
            : ReplacementUpdate.Parse(update.Bytes, options);
    }

    /// <summary>Writes the changed document and tells whether it counts as changed: MongoDB's nModified.</summary>
    /// <param name="document">The document as it is.</param>
    /// <param name="filter">What found it; null where <see cref="UsesPosition"/> is false.</param>
    /// <param name="output">Takes the document.</param>
    internal abstract bool Apply(ReadOnlySpan<byte> document, Filter? filter, BsonWriter output);

    /// <summary>
    /// Writes the document of an upsert that matched nothing: the filter's equalities, then this update with `$setOnInsert`, `_id` first.
    /// <paramref name="newId"/> is used where neither gives one.
    /// </summary>
    internal abstract void WriteUpsert(Filter filter, ObjectId newId, BsonWriter output);

    /// <summary>The default value as the id stands for none.</summary>
    protected static void WriteWithIdFirst(BsonValue id, ReadOnlySpan<byte> document, BsonWriter output)
    {
        output.WriteStartDocument();
        if (id.Type != default)
        {
            output.WriteValue("_id"u8, id);
        }

        var reader = new BsonReader(document);
        while (reader.Read())
        {
            if (!reader.NameSpan.SequenceEqual("_id"u8))
            {
                output.WriteValue(reader.NameSpan, reader.Value);
            }
        }

        output.WriteEndDocument();
    }
}
