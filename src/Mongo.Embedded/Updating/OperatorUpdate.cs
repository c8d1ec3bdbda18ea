using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Matching;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Updating;

/// <summary>An update of operators: their paths as one tree, carried out in one walk through the document.</summary>
internal sealed class OperatorUpdate : Update
{
    private readonly UpdateNode _tree;
    private readonly IReadOnlyList<Rename> _renames;
    private readonly bool _changesId;

    /// <param name="tree">The operators by path.</param>
    /// <param name="renames">Those of its operators that have two paths.</param>
    /// <param name="usesPosition">Whether a path has a `$`.</param>
    internal OperatorUpdate(UpdateNode tree, IReadOnlyList<Rename> renames, bool usesPosition)
    {
        _tree = tree;
        _renames = renames;
        _changesId = tree.Find("_id"u8) >= 0;
        UsesPosition = usesPosition;
    }

    internal override bool UsesPosition { get; }

    internal static OperatorUpdate Parse(ReadOnlySpan<byte> update, UpdateOptions options) => new UpdateParser(options).Parse(update);

    internal override bool Apply(ReadOnlySpan<byte> document, Filter? filter, BsonWriter output) =>
        Write(document, isInsert: false, UsesPosition ? MatchedPosition.Find(filter!.Root, document) : UpdateWriter.NoPosition, output);

    internal override void WriteUpsert(Filter filter, ObjectId newId, BsonWriter output)
    {
        using var seed = new BsonWriter();
        UpsertSeed.Write(filter.Root, isIdOnly: false, seed);
        using var changed = new BsonWriter();
        Write(seed.WrittenSpan, isInsert: true, UpdateWriter.NoPosition, changed);
        Span<byte> newIdBytes = stackalloc byte[ObjectId.Length];
        newId.WriteTo(newIdBytes);
        var id = FieldPath.TryFind(changed.WrittenSpan, "_id"u8, out var given) ? given.Value : new BsonValue(BsonType.ObjectId, newIdBytes);
        WriteWithIdFirst(id, changed.WrittenSpan, output);
    }

    private bool Write(ReadOnlySpan<byte> document, bool isInsert, int position, BsonWriter output)
    {
        foreach (var rename in _renames)
        {
            rename.Check(document);
        }

        var isChanged = new UpdateWriter(document, isInsert, position, output).Write(_tree);
        if (_changesId && FieldPath.TryFind(document, "_id"u8, out var old)
            && !(FieldPath.TryFind(output.WrittenSpan, "_id"u8, out var id) && BsonComparer.Equals(old.Value, id.Value)))
        {
            throw new StoreException(StoreErrorCode.ImmutableField, "Performing an update on the path '_id' would modify the immutable field '_id'");
        }

        return isChanged;
    }
}
