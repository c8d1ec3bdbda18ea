using System.Text.Json;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Types.Scalars;

/// <summary>Scalars that are written as strings of one format. The message names the format.</summary>
internal abstract class TextScalarCoercion : ScalarCoercion
{
    /// <summary>What a right value looks like, for messages.</summary>
    protected abstract string Format { get; }

    public sealed override CoercedScalar CoerceLiteral(ValueNode literal, VariableValues? variables) =>
        literal is StringValueNode text && Parse(text.Value) is { } value
            ? CoercedScalar.Of(value)
            : Refuse(InputText.Of(literal));

    public sealed override CoercedScalar CoerceJson(JsonElement json) =>
        json.ValueKind == JsonValueKind.String && InputText.TryRead(json, out var text) && Parse(text) is { } value
            ? CoercedScalar.Of(value)
            : Refuse(InputText.Of(json));

    /// <summary>The value, null when the text has another format.</summary>
    protected abstract object? Parse(string text);

    private CoercedScalar Refuse(string input) => CoercedScalar.Refused($"{Name} cannot represent value: {input}; expected {Format}");
}
