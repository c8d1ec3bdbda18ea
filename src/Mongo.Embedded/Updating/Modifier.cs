using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Updating;

/// <summary>What an update does at the end of one path; `$unset` ignores its operand.</summary>
internal sealed record Modifier(ModifierKind Kind, Operand Operand)
{
    /// <summary>What <see cref="ModifierKind.Change"/> does to a value that is there; null for all other kinds.</summary>
    internal ValueChange? Change { get; private init; }

    internal static Modifier Of(ValueChange change) => new(ModifierKind.Change, change.Initial ?? default) { Change = change };

    /// <summary>Whether it leaves a value where there was none.</summary>
    internal bool Creates(bool isInsert) => Kind switch
    {
        ModifierKind.Unset => false,
        ModifierKind.SetOnInsert => isInsert,
        ModifierKind.Change => Change!.Initial is not null,
        _ => true,
    };
}
