using System.Globalization;
using System.Text.Json;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Types.Scalars;

/// <summary>`Float` → <see cref="double"/>, finite, §3.5.2.</summary>
internal sealed class FloatScalar : ScalarCoercion
{
    public override string Name => "Float";

    public override string Description =>
        "The `Float` scalar type represents signed double-precision fractional values as specified by [IEEE 754](https://en.wikipedia.org/wiki/IEEE_floating_point).";

    public override CoercedScalar CoerceLiteral(ValueNode literal, VariableValues? variables) => literal switch
    {
        IntValueNode number when TryParse(number.Text, out var value) => CoercedScalar.Of(value),
        FloatValueNode number when TryParse(number.Text, out var value) => CoercedScalar.Of(value),
        _ => CoercedScalar.Refused($"Float cannot represent non numeric value: {InputText.Of(literal)}"),
    };

    public override CoercedScalar CoerceJson(JsonElement json) => json.ValueKind == JsonValueKind.Number && TryParse(json.GetRawText(), out var value)
        ? CoercedScalar.Of(value)
        : CoercedScalar.Refused($"Float cannot represent non numeric value: {InputText.Of(json)}");

    private static bool TryParse(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
}
