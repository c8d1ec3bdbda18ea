using System.Collections.Immutable;
using System.Text;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Responses;

/// <summary>An enum, stored as its name; a name that the model does not have is ill-typed.</summary>
internal sealed record EnumShape(EnumDefinition Enum, bool IsNullable) : FieldShape(IsNullable)
{
    public override string NullableTypeReference => Enum.Name;

    /// <summary>The values' names in UTF-8.</summary>
    public ImmutableArray<byte[]> Names { get; } = [.. Enum.Members.Select(member => Encoding.UTF8.GetBytes(member.Name))];
}
