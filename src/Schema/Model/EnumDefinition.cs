using System.Collections.Immutable;

namespace OwnedData.Schema.Model;

/// <summary>An enum of the model.</summary>
public sealed record EnumDefinition(string Name, string? Description, ImmutableArray<EnumMember> Members);
