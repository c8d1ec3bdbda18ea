namespace OwnedData.Schema.Model;

public sealed record ScalarFieldType(ScalarKind Kind, bool IsNullable) : FieldType(IsNullable);
