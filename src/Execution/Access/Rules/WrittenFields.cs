using OwnedData.Bson;

namespace OwnedData.Execution.Access.Rules;

/// <summary>
/// What an update makes of the fields that it touches, each as a whole: rules about them are decided in memory, those about others are
/// left to the store. The default value touches nothing.
/// </summary>
/// <param name="Set">The new values under their stored names.</param>
/// <param name="Unset">One element for each field that is removed.</param>
internal readonly record struct WrittenFields(BsonDocument Set, BsonDocument Unset)
{
    public bool Touches(ReadOnlySpan<byte> name) => Set.TryGetValue(name, out _) || Unset.TryGetValue(name, out _);

    /// <summary>What `$set` and `$unset` make of their fields. `$inc` is of the version, which no rule is about.</summary>
    public static WrittenFields By(BsonDocument? update) =>
        update is { } operators ? new WrittenFields(OperandOf(operators, "$set"u8), OperandOf(operators, "$unset"u8)) : default;

    /// <summary>A document with these fields in the place of its own.</summary>
    public BsonDocument ApplyTo(BsonDocument document)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        var reader = new BsonReader(document.Span);
        while (reader.Read())
        {
            if (!Touches(reader.NameSpan))
            {
                writer.WriteValue(reader.NameSpan, reader.Value);
            }
        }

        reader = new BsonReader(Set.Span);
        while (reader.Read())
        {
            writer.WriteValue(reader.NameSpan, reader.Value);
        }

        writer.WriteEndDocument();
        return writer.ToDocument();
    }

    private static BsonDocument OperandOf(BsonDocument operators, ReadOnlySpan<byte> name) =>
        operators.TryGetValue(name, out var operand) ? new BsonDocument(operand.AsDocument().ToArray()) : BsonDocument.Empty;
}
