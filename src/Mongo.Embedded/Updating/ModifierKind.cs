namespace OwnedData.Mongo.Embedded.Updating;

/// <summary>The update operators.</summary>
internal enum ModifierKind
{
    Set,
    SetOnInsert,
    Unset,
    Increment,
}
