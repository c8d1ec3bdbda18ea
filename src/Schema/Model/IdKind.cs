namespace OwnedData.Schema.Model;

/// <summary>What the `_id` of a collection holds: `@collection(id:)`.</summary>
public enum IdKind
{
    ObjectId,
    Uuid,
    String,
    Int,
    Long,
}
