using System.Globalization;
using System.Text.Json;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Types.Scalars;

/// <summary>`Int` → <see cref="int"/>, §3.5.1. A JSON number counts by its value: 1.0 is 1.</summary>
internal sealed class IntScalar : ScalarCoercion
{
    public override string Name => "Int";

    public override string Description =>
        "The `Int` scalar type represents non-fractional signed whole numeric values. Int can represent values between -(2^31) and 2^31 - 1.";

    public override CoercedScalar CoerceLiteral(ValueNode literal, VariableValues? variables)
    {
        if (literal is not IntValueNode number)
        {
            return CoercedScalar.Refused($"Int cannot represent non-integer value: {InputText.Of(literal)}");
        }

        return int.TryParse(number.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? CoercedScalar.Of(value)
            : CoercedScalar.Refused($"Int cannot represent non 32-bit signed integer value: {InputText.Of(literal)}");
    }

    public override CoercedScalar CoerceJson(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Number || NumberText.Parse(json.GetRawText()) is not { IsInteger: true } number)
        {
            return CoercedScalar.Refused($"Int cannot represent non-integer value: {InputText.Of(json)}");
        }

        return number.TryGetInt64(out var value) && value is >= int.MinValue and <= int.MaxValue
            ? CoercedScalar.Of((int)value)
            : CoercedScalar.Refused($"Int cannot represent non 32-bit signed integer value: {InputText.Of(json)}");
    }
}
