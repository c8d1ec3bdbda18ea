namespace OwnedData.Execution.Responses;

internal sealed record ListShape(FieldShape Element, bool IsNullable) : FieldShape(IsNullable)
{
    public override string NullableTypeReference => $"[{Element.TypeReference}]";
}
