namespace OwnedData.Mongo.Embedded.Updating;

/// <summary>The update operators.</summary>
internal enum ModifierKind
{
    Set,
    SetOnInsert,
    Unset,
    Increment,

    /// <summary>The field that a `$rename` takes away.</summary>
    RenameFrom,

    /// <summary>The field that a `$rename` gives the value.</summary>
    RenameTo,

    /// <summary>What depends on the value that is there: a <see cref="ValueChange"/>.</summary>
    Change,
}
