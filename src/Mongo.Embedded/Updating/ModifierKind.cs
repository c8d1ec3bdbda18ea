namespace OwnedData.Mongo.Embedded.Updating;

/// <summary>The update operators.</summary>
internal enum ModifierKind
{
    Set,
    SetOnInsert,
    Unset,
    Increment,

    /// <summary>What depends on the value that is there: a <see cref="ValueChange"/>.</summary>
    Change,
}
