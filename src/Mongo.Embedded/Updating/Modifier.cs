using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Updating;

/// <summary>What an update does at the end of one path; `$unset` ignores its operand.</summary>
internal sealed record Modifier(ModifierKind Kind, Operand Operand)
{
    /// <summary>Whether it leaves a value where there was none.</summary>
    internal bool Creates(bool isInsert) => Kind switch
    {
        ModifierKind.Unset => false,
        ModifierKind.SetOnInsert => isInsert,
        _ => true,
    };
}
