namespace OwnedData.GraphQL.Types.Scalars;

/// <summary>`UUID` → <see cref="Guid"/>: 36 characters with hyphens, in either case.</summary>
internal sealed class UUIDScalar : TextScalarCoercion
{
    public override string Name => "UUID";

    public override string? Description => null;

    public override string SpecifiedBy => "https://tools.ietf.org/html/rfc4122";

    protected override string Format => "a UUID such as \"123e4567-e89b-12d3-a456-426614174000\"";

    /// <summary>The framework's parser also takes spaces and signs around the digits.</summary>
    protected override object? Parse(string text) =>
        text.Length == 36
        && text.All(character => char.IsAsciiHexDigit(character) || character == '-')
        && Guid.TryParseExact(text, "D", out var value)
            ? value
            : null;
}
