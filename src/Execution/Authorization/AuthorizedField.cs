using OwnedData.Schema.Api;

namespace OwnedData.Execution.Authorization;

/// <summary>A root field with its gates.</summary>
/// <param name="Selection">What is selected.</param>
/// <param name="Api">What the field does; null for `__typename`, `__schema` and `__type`.</param>
/// <param name="Gates">What the viewer must hold for the field.</param>
internal sealed record AuthorizedField(FieldSelection Selection, ApiField? Api, GateSet Gates);
