using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Updating;

/// <summary>What an update does at the end of one path. The operand is what it leaves where there was nothing; the default for nothing, or for what only the document says.</summary>
internal sealed record Modifier(ModifierKind Kind, Operand Operand)
{
    /// <summary>What <see cref="ModifierKind.Change"/> does to a value that is there; null for all other kinds.</summary>
    internal ValueChange? Change { get; private init; }

    /// <summary>Which field a `$rename` takes, at both of its ends; null for all other kinds.</summary>
    internal FieldPath? Source { get; private init; }

    internal static Modifier Of(ValueChange change) => new(ModifierKind.Change, change.Initial ?? default) { Change = change };

    internal static Modifier OfRename(ModifierKind kind, FieldPath source) => new(kind, default) { Source = source };
}
