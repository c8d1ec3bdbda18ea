namespace OwnedData.Schema.Model;

/// <summary>`@reference`: the `_id` of a document of another stored type. Reading it gives that document, or null where it is not the viewer's to see.</summary>
public sealed record ReferenceFieldType(StoredType Target, bool IsNullable) : FieldType(IsNullable);
