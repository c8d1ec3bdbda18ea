using OwnedData.Schema.Model;

namespace OwnedData.Execution.Responses;

internal sealed record ScalarShape(ScalarKind Kind, bool IsNullable) : FieldShape(IsNullable)
{
    public override string NullableTypeReference => Kind.ToString();
}
