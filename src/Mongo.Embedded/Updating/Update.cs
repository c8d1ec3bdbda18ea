using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Matching;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Updating;

/// <summary>
/// A parsed update: operators, or a whole replacement document where the first name has no dollar. The `_id` of a document never changes.
/// Size limits are the store's to check; nesting is checked here.
/// </summary>
internal sealed class Update
{
    private readonly UpdateNode? _operators;
    private readonly BsonDocument _replacement;

    private Update(UpdateNode? operators, BsonDocument replacement)
    {
        _operators = operators;
        _replacement = replacement;
    }

    /// <summary>Throws <see cref="StoreException"/> with MongoDB's code where the update is none.</summary>
    internal static Update Parse(BsonDocument update)
    {
        var reader = new BsonReader(update.Span);
        if (reader.Read() && reader.NameSpan is [(byte)'$', ..])
        {
            return new Update(UpdateParser.Parse(update), replacement: default);
        }

        CheckReplacement(update);
        return new Update(operators: null, new BsonDocument(update.Memory.ToArray()));
    }

    /// <summary>Writes the changed document. <paramref name="changed"/> is whether any byte differs: MongoDB's nModified.</summary>
    internal void Apply(ReadOnlySpan<byte> document, BsonWriter output, out bool changed)
    {
        var start = output.WrittenCount;
        if (_operators is null)
        {
            var hasId = FieldPath.TryFind(document, "_id"u8, out var id);
            WriteReplacement(hasId ? id.Value : default, output);
        }
        else
        {
            output.WriteStartDocument();
            new UpdateWriter(output, isInsert: false).WriteElements(document, _operators);
            output.WriteEndDocument();
            CheckId(document, output.WrittenSpan[start..]);
        }

        changed = !output.WrittenSpan[start..].SequenceEqual(document);
    }

    /// <summary>
    /// Writes the document of an upsert that matched nothing: the filter's equalities, then this update with `$setOnInsert`, `_id` first.
    /// <paramref name="newId"/> is used where neither gives one.
    /// </summary>
    internal void WriteUpsert(Filter filter, ObjectId newId, BsonWriter output)
    {
        Span<byte> newIdBytes = stackalloc byte[ObjectId.Length];
        newId.WriteTo(newIdBytes);
        var fallback = new BsonValue(BsonType.ObjectId, newIdBytes);
        using var seed = new BsonWriter();
        UpsertSeed.Write(filter.Root, isIdOnly: _operators is null, seed);
        if (_operators is null)
        {
            var given = FieldPath.TryFind(seed.WrittenSpan, "_id"u8, out var seedId) ? seedId.Value : default;
            WriteReplacement(given.Type != default || FieldPath.TryFind(_replacement.Span, "_id"u8, out _) ? given : fallback, output);
            return;
        }

        using var changed = new BsonWriter();
        changed.WriteStartDocument();
        new UpdateWriter(changed, isInsert: true).WriteElements(seed.WrittenSpan, _operators);
        changed.WriteEndDocument();
        CheckId(seed.WrittenSpan, changed.WrittenSpan);
        WriteWithIdFirst(FieldPath.TryFind(changed.WrittenSpan, "_id"u8, out var id) ? id.Value : fallback, changed.WrittenSpan, output);
    }

    private static void CheckReplacement(BsonDocument replacement)
    {
        var reader = new BsonReader(replacement.Span);
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
    }

    private static void WriteWithIdFirst(BsonValue id, ReadOnlySpan<byte> document, BsonWriter output)
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

    // The default value as the id stands for none.
    private void WriteReplacement(BsonValue id, BsonWriter output)
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

    private void CheckId(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after)
    {
        if (_operators!.Find("_id"u8) >= 0 && FieldPath.TryFind(before, "_id"u8, out var old)
            && !(FieldPath.TryFind(after, "_id"u8, out var id) && BsonComparer.Equals(old.Value, id.Value)))
        {
            throw new StoreException(StoreErrorCode.ImmutableField, "Performing an update on the path '_id' would modify the immutable field '_id'");
        }
    }
}
