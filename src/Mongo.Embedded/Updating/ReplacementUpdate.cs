using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Matching;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Updating;

/// <summary>A whole document that takes another's place, and keeps its `_id`.</summary>
internal sealed class ReplacementUpdate : Update
{
    private readonly BsonDocument _replacement;

    /// <summary>The document has been checked.</summary>
    internal ReplacementUpdate(BsonDocument replacement) => _replacement = replacement;

    internal static ReplacementUpdate Parse(ReadOnlySpan<byte> replacement, UpdateOptions options)
    {
        if (options.ArrayFilters.Count > 0)
        {
            throw new StoreException(StoreErrorCode.FailedToParse, "arrayFilters may not be specified for replacement-style updates");
        }

        var reader = new BsonReader(replacement);
        while (reader.Read())
        {
            if (reader.NameSpan is [(byte)'$', ..])
            {
                var name = Encoding.UTF8.GetString(reader.NameSpan);
                throw new StoreException(
                    StoreErrorCode.DollarPrefixedFieldName,
                    $"The dollar ($) prefixed field '{name}' in '{name}' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.");
            }

            UpdateParser.CheckNesting(FieldPath.Parse("_id"u8), reader.Value);
        }

        return new ReplacementUpdate(new BsonDocument(replacement.ToArray()));
    }

    internal override bool Apply(ReadOnlySpan<byte> document, Filter? filter, BsonWriter output)
    {
        Write(FieldPath.TryFind(document, "_id"u8, out var id) ? id.Value : default, output);

        // As in MongoDB a replacement that leaves the _id out counts, even where it brings nothing new.
        return !_replacement.Span.SequenceEqual(document);
    }

    internal override void WriteUpsert(Filter filter, ObjectId newId, BsonWriter output)
    {
        using var seed = new BsonWriter();
        UpsertSeed.Write(filter.Root, isIdOnly: true, seed);
        WriteUpsert(seed.WrittenSpan, newId, output);
    }

    /// <summary>Writes the document with the `_id` of what the filter demands, its own or the new one.</summary>
    internal void WriteUpsert(ReadOnlySpan<byte> seed, ObjectId newId, BsonWriter output)
    {
        Span<byte> newIdBytes = stackalloc byte[ObjectId.Length];
        newId.WriteTo(newIdBytes);
        var given = FieldPath.TryFind(seed, "_id"u8, out var seedId) ? seedId.Value : default;
        Write(given.Type != default || FieldPath.TryFind(_replacement.Span, "_id"u8, out _) ? given : new BsonValue(BsonType.ObjectId, newIdBytes), output);
    }

    private void Write(BsonValue id, BsonWriter output)
    {
        if (FieldPath.TryFind(_replacement.Span, "_id"u8, out var own))
        {
            if (id.Type != default && !BsonComparer.Equals(id, own.Value))
            {
                throw new StoreException(StoreErrorCode.ImmutableField, "After applying the update, the (immutable) field '_id' was found to have been altered");
            }

            id = id.Type != default ? id : own.Value;
        }

        WriteWithIdFirst(id, _replacement.Span, output);
    }
}
