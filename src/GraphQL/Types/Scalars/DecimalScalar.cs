using System.Text.Json;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Types.Scalars;

/// <summary>
/// `Decimal` → <see cref="string"/>: the number without loss as IEEE 754 decimal128 writes it (34 significant digits, exponents -6176 to 6111).
/// Zeros after the point are kept while they fit: 1.50 stays 1.50.
/// </summary>
internal sealed class DecimalScalar : ScalarCoercion
{
    private const int MaxDigits = 34;
    private const int MinExponent = -6176;
    private const int MaxExponent = 6111;

    public override string Name => "Decimal";

    public override string Description => "The `Decimal` scalar type represents a decimal floating-point number.";

    public override CoercedScalar CoerceLiteral(ValueNode literal, VariableValues? variables) => literal switch
    {
        IntValueNode number => Coerce(number.Text, InputText.Of(literal)),
        FloatValueNode number => Coerce(number.Text, InputText.Of(literal)),
        _ => CoercedScalar.Refused($"Decimal cannot represent non numeric value: {InputText.Of(literal)}"),
    };

    public override CoercedScalar CoerceJson(JsonElement json) => json.ValueKind == JsonValueKind.Number
        ? Coerce(json.GetRawText(), InputText.Of(json))
        : CoercedScalar.Refused($"Decimal cannot represent non numeric value: {InputText.Of(json)}");

    private static CoercedScalar Coerce(string text, string input) => Fit(NumberText.Parse(text)) is { } fitted
        ? CoercedScalar.Of(Write(fitted))
        : CoercedScalar.Refused($"Decimal cannot represent a number of more than 34 significant digits or outside of decimal128: {input}");

    /// <summary>The same number within decimal128's digits and exponents, null when there is none.</summary>
    private static NumberText? Fit(NumberText number)
    {
        if (number.Digits.Length == 0)
        {
            return new NumberText(false, "0", Math.Clamp(number.Exponent, MinExponent, MaxExponent));
        }

        if (number.Digits.Length > MaxDigits || number.Exponent < MinExponent)
        {
            var trimmed = number.Trim();
            var surplus = Math.Max(number.Digits.Length - MaxDigits, MinExponent - number.Exponent);
            if (surplus > number.Digits.Length - trimmed.Digits.Length)
            {
                return null;
            }

            number = new NumberText(number.IsNegative, number.Digits[..^(int)surplus], number.Exponent + surplus);
        }

        if (number.Exponent > MaxExponent)
        {
            var shortage = number.Exponent - MaxExponent;
            return number.Digits.Length + shortage > MaxDigits
                ? null
                : new NumberText(number.IsNegative, number.Digits + new string('0', (int)shortage), MaxExponent);
        }

        return number;
    }

    /// <summary>IEEE 754's to-scientific-string: plain up to six zeros after the point, else with an exponent.</summary>
    private static string Write(NumberText number)
    {
        var sign = number.IsNegative ? "-" : "";
        var digits = number.Digits;
        var adjusted = number.Exponent + digits.Length - 1;
        if (number.Exponent > 0 || adjusted < -6)
        {
            var fraction = digits.Length > 1 ? $".{digits[1..]}" : "";
            return $"{sign}{digits[0]}{fraction}E{(adjusted < 0 ? "" : "+")}{adjusted}";
        }

        var scale = (int)-number.Exponent;
        if (scale == 0)
        {
            return sign + digits;
        }

        var padded = digits.PadLeft(scale + 1, '0');
        return $"{sign}{padded[..^scale]}.{padded[^scale..]}";
    }
}
