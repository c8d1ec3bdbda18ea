using System.Text.Json;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Types.Scalars;

/// <summary>`String` → <see cref="string"/>, §3.5.3. NUL is text like any other; a lone surrogate is none.</summary>
internal sealed class StringScalar : ScalarCoercion
{
    public override string Name => "String";

    public override string Description =>
        "The `String` scalar type represents textual data, represented as UTF-8 character sequences. The String type is most often used by GraphQL to represent free-form human-readable text.";

    public override CoercedScalar CoerceLiteral(ValueNode literal, VariableValues? variables) => literal is StringValueNode text
        ? CoercedScalar.Of(text.Value)
        : CoercedScalar.Refused($"String cannot represent a non string value: {InputText.Of(literal)}");

    public override CoercedScalar CoerceJson(JsonElement json) => json.ValueKind == JsonValueKind.String && InputText.TryRead(json, out var text)
        ? CoercedScalar.Of(text)
        : CoercedScalar.Refused($"String cannot represent a non string value: {InputText.Of(json)}");
}
