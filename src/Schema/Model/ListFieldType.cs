namespace OwnedData.Schema.Model;

public sealed record ListFieldType(FieldType Element, bool IsNullable) : FieldType(IsNullable);
