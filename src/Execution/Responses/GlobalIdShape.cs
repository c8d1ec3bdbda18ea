using System.Text;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Responses;

/// <summary>The `id` of a stored type: `_id` written as the base64 of `Note:` and the id.</summary>
internal sealed record GlobalIdShape(string TypeName, IdKind Kind) : FieldShape(IsNullable: false)
{
    public override string NullableTypeReference => "ID";

    /// <summary>`Note:` in UTF-8.</summary>
    public byte[] Prefix { get; } = Encoding.UTF8.GetBytes(TypeName + ":");
}
