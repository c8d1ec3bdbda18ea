namespace OwnedData.Schema.Model;

/// <summary>The type of a model field: one of scalar, enum, embedded object or list, nullable or not.</summary>
public abstract record FieldType(bool IsNullable);
