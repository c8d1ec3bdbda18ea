using OwnedData.Bson;

namespace OwnedData.Execution.Access;

/// <summary>Reads the update operators of a command.</summary>
internal static class UpdateDocuments
{
    /// <summary>What `$set` and `$unset` make of their fields. Other operators (`$inc` of the version) are about fields that no rule reads.</summary>
    public static WrittenFields WrittenBy(BsonDocument? update) =>
        update is { } operators ? new WrittenFields(Operand(operators, "$set"u8), Operand(operators, "$unset"u8)) : default;

    private static BsonDocument Operand(BsonDocument operators, ReadOnlySpan<byte> name) =>
        operators.TryGetValue(name, out var operand) ? new BsonDocument(operand.AsDocument().ToArray()) : BsonDocument.Empty;
}
