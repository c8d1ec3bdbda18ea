namespace OwnedData.GraphQL.Types.Scalars;

/// <summary>`ByteArray` → <see cref="byte"/>[]: base64 with padding and without white space, RFC 4648 §4.</summary>
internal sealed class ByteArrayScalar : TextScalarCoercion
{
    public override string Name => "ByteArray";

    public override string Description => "The `ByteArray` scalar type represents a byte array in the form of a base64 encoded string.";

    protected override string Format => "base64";

    protected override object? Parse(string text)
    {
        var bytes = new byte[text.Length / 4 * 3];
        return Convert.TryFromBase64String(text, bytes, out var length) && (length + 2) / 3 * 4 == text.Length ? bytes[..length] : null;
    }
}
