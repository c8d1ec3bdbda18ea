namespace OwnedData.Schema.Model;

/// <summary>An object inside the document.</summary>
public sealed record EmbeddedFieldType(EmbeddedType Object, bool IsNullable) : FieldType(IsNullable);
