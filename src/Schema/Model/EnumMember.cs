namespace OwnedData.Schema.Model;

/// <summary>A value of an enum of the model.</summary>
public sealed record EnumMember(string Name, string? Description);
