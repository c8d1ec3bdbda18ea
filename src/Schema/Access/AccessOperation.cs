namespace OwnedData.Schema.Access;

/// <summary>What a rule is about. READ covers list, by id, `node`, counts, references and events.</summary>
public enum AccessOperation
{
    Create,
    Read,
    Update,
    Delete,
}
