namespace OwnedData.GraphQL.Types.Scalars;

/// <summary>`URL` → <see cref="string"/> as it was written: an absolute URI, RFC 3986.</summary>
internal sealed class URLScalar : TextScalarCoercion
{
    public override string Name => "URL";

    public override string? Description => null;

    public override string SpecifiedBy => "https://tools.ietf.org/html/rfc3986";

    protected override string Format => "an absolute URL such as \"https://example.com/\"";

    /// <summary>On Unix the framework takes a bare path for a file URI, so the scheme must be in the text.</summary>
    protected override object? Parse(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && text.StartsWith($"{uri.Scheme}:", StringComparison.OrdinalIgnoreCase) ? text : null;
}
