namespace OwnedData.Schema.Model;

/// <summary>An enum, stored as the name of its value.</summary>
public sealed record EnumFieldType(EnumDefinition Enum, bool IsNullable) : FieldType(IsNullable);
