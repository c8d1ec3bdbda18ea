using System.Globalization;
using System.Text.Json;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Types.Scalars;

/// <summary>`Long` → <see cref="long"/>. A JSON number counts by its value: 1.0 is 1.</summary>
internal sealed class LongScalar : ScalarCoercion
{
    public override string Name => "Long";

    public override string Description =>
        "The `Long` scalar type represents non-fractional signed whole 64-bit numeric values. Long can represent values between -(2^63) and 2^63 - 1.";

    public override CoercedScalar CoerceLiteral(ValueNode literal, VariableValues? variables)
    {
        if (literal is not IntValueNode number)
        {
            return CoercedScalar.Refused($"Long cannot represent non-integer value: {InputText.Of(literal)}");
        }

        return long.TryParse(number.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? CoercedScalar.Of(value)
            : CoercedScalar.Refused($"Long cannot represent non 64-bit signed integer value: {InputText.Of(literal)}");
    }

    public override CoercedScalar CoerceJson(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Number || NumberText.Parse(json.GetRawText()) is not { IsInteger: true } number)
        {
            return CoercedScalar.Refused($"Long cannot represent non-integer value: {InputText.Of(json)}");
        }

        return number.TryGetInt64(out var value)
            ? CoercedScalar.Of(value)
            : CoercedScalar.Refused($"Long cannot represent non 64-bit signed integer value: {InputText.Of(json)}");
    }
}
