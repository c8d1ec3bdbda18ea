namespace OwnedData.Execution.Responses;

/// <summary>An embedded object.</summary>
internal sealed record ObjectShape(DocumentShape Object, bool IsNullable) : FieldShape(IsNullable)
{
    public override string NullableTypeReference => Object.TypeName;
}
