using OwnedData.Bson;

namespace OwnedData.Execution.Access;

/// <summary>
/// What an update makes of the fields that it touches, each as a whole: rules about them are decided in memory, those about others are
/// left to the store. The default value touches nothing.
/// </summary>
/// <param name="Set">The new values under their stored names.</param>
/// <param name="Unset">One element for each field that is removed.</param>
internal readonly record struct WrittenFields(BsonDocument Set, BsonDocument Unset)
{
    public bool Touches(ReadOnlySpan<byte> name) => Set.TryGetValue(name, out _) || Unset.TryGetValue(name, out _);
}
