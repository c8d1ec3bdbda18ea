using OwnedData.Schema.Model;

namespace OwnedData.Execution.Responses;

/// <summary>An enum, stored as its name; a name that the model does not have is ill-typed.</summary>
internal sealed record EnumShape(EnumDefinition Enum, bool IsNullable) : FieldShape(IsNullable);
