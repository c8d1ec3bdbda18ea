namespace OwnedData.Schema.Model;

/// <summary>`@inverse(of:)`: the documents of another type whose reference names this one. Nothing of it is stored here.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="Description">For the published schema.</param>
/// <param name="Type">The type of the other side's documents.</param>
/// <param name="Reference">The other side's `@reference`.</param>
/// <param name="Paging">How many are given.</param>
/// <param name="IsNullable">Whether the list itself can be null: where a gate keeps the viewer from the other type.</param>
public sealed record InverseField(string Name, string? Description, StoredType Type, ModelField Reference, Paging Paging, bool IsNullable);
