using System.Text.Json;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Types.Scalars;

/// <summary>`Boolean` → <see cref="bool"/>, §3.5.4.</summary>
internal sealed class BooleanScalar : ScalarCoercion
{
    public override string Name => "Boolean";

    public override string Description => "The `Boolean` scalar type represents `true` or `false`.";

    public override CoercedScalar CoerceLiteral(ValueNode literal, VariableValues? variables) => literal is BooleanValueNode boolean
        ? CoercedScalar.Of(boolean.Value)
        : CoercedScalar.Refused($"Boolean cannot represent a non boolean value: {InputText.Of(literal)}");

    public override CoercedScalar CoerceJson(JsonElement json) => json.ValueKind is JsonValueKind.True or JsonValueKind.False
        ? CoercedScalar.Of(json.GetBoolean())
        : CoercedScalar.Refused($"Boolean cannot represent a non boolean value: {InputText.Of(json)}");
}
