using System.Text;
using System.Text.Json;
using OwnedData.GraphQL.Coercion;
using OwnedData.GraphQL.Tests.Coercion;
using OwnedData.GraphQL.Types.Scalars;

namespace OwnedData.GraphQL.Tests.Types.Scalars;

public sealed class ScalarCoercionTests
{
    [Theory]
    [InlineData("Int", "1", "int 1")]
    [InlineData("Int", "-2147483648", "int -2147483648")]
    [InlineData("Long", "9223372036854775807", "long 9223372036854775807")]
    [InlineData("Float", "1", "double 1")]
    [InlineData("Float", "-1.5e3", "double -1500")]
    [InlineData("String", "\"a\\u0000b\"", "\"a\0b\"")]
    [InlineData("Boolean", "true", "true")]
    [InlineData("ID", "\"x\"", "\"x\"")]
    [InlineData("ID", "12345678901234567890", "\"12345678901234567890\"")]
    [InlineData("Decimal", "1.50", "\"1.50\"")]
    [InlineData("Decimal", "-0", "\"0\"")]
    [InlineData("Decimal", "0.00", "\"0.00\"")]
    [InlineData("Decimal", "1e3", "\"1E+3\"")]
    [InlineData("Decimal", "-12.5e-10", "\"-1.25E-9\"")]
    [InlineData("Decimal", "0.0000001", "\"1E-7\"")]
    [InlineData("Decimal", "0.000001", "\"0.000001\"")]
    [InlineData("Decimal", "1234567890123456789012345678901234", "\"1234567890123456789012345678901234\"")]
    [InlineData("Decimal", "12345678901234567890123456789012340", "\"1.234567890123456789012345678901234E+34\"")]
    [InlineData("Decimal", "9e6144", "\"9.000000000000000000000000000000000E+6144\"")]
    [InlineData("Decimal", "1e-6176", "\"1E-6176\"")]
    [InlineData("Decimal", "10e-6177", "\"1E-6176\"")]
    [InlineData("Decimal", "0e999999999999999999999", "\"0E+6111\"")]
    [InlineData("DateTime", "\"2026-01-31T12:00:00Z\"", "DateTimeOffset 2026-01-31T12:00:00.0000000+00:00")]
    [InlineData("DateTime", "\"2026-01-31t12:00:00.1234567-05:30\"", "DateTimeOffset 2026-01-31T12:00:00.1234567-05:30")]
    [InlineData("LocalDate", "\"2028-02-29\"", "DateOnly 2028-02-29")]
    [InlineData("UUID", "\"123E4567-e89b-12d3-a456-426614174000\"", "Guid 123e4567-e89b-12d3-a456-426614174000")]
    [InlineData("URL", "\"https://example.com/a?b=c\"", "\"https://example.com/a?b=c\"")]
    [InlineData("ByteArray", "\"AQID/w==\"", "bytes 010203FF")]
    [InlineData("ByteArray", "\"\"", "bytes ")]
    [InlineData("JSON", "[1, 2.5, 9223372036854775808, \"a\", true, null, []]", "[long 1, double 2.5, double 9.223372036854776E+18, \"a\", true, null, []]")]
    public void A_literal_and_the_same_json_are_coerced_to_one_value(string scalar, string text, string expected)
    {
        var coercion = KnownScalars.CoercionOf(scalar);

        var literal = coercion.CoerceLiteral(Schemas.ParseValue(text), null);
        var json = coercion.CoerceJson(JsonOf(text));

        Assert.Null(literal.Problem);
        Assert.Null(json.Problem);
        Assert.Equal(expected, Coerced.Text(literal.Value));
        Assert.Equal(expected, Coerced.Text(json.Value));
    }

    [Theory]
    [InlineData("Int", "2147483648", "Int cannot represent non 32-bit signed integer value: 2147483648")]
    [InlineData("Int", "1.5", "Int cannot represent non-integer value: 1.5")]
    [InlineData("Int", "\"1\"", "Int cannot represent non-integer value: \"1\"")]
    [InlineData("Int", "[1]", "Int cannot represent non-integer value: [1]")]
    [InlineData("Long", "9223372036854775808", "Long cannot represent non 64-bit signed integer value: 9223372036854775808")]
    [InlineData("Long", "true", "Long cannot represent non-integer value: true")]
    [InlineData("Float", "1e999", "Float cannot represent non numeric value: 1e999")]
    [InlineData("Float", "\"1\"", "Float cannot represent non numeric value: \"1\"")]
    [InlineData("String", "1", "String cannot represent a non string value: 1")]
    [InlineData("Boolean", "0", "Boolean cannot represent a non boolean value: 0")]
    [InlineData("Decimal", "\"1\"", "Decimal cannot represent non numeric value: \"1\"")]
    [InlineData("Decimal", "12345678901234567890123456789012345", "Decimal cannot represent a number of more than 34 significant digits or outside of decimal128: 12345678901234567890123456789012345")]
    [InlineData("Decimal", "1e6145", "Decimal cannot represent a number of more than 34 significant digits or outside of decimal128: 1e6145")]
    [InlineData("Decimal", "1e-6177", "Decimal cannot represent a number of more than 34 significant digits or outside of decimal128: 1e-6177")]
    [InlineData("Decimal", "1e99999999999999999999999", "Decimal cannot represent a number of more than 34 significant digits or outside of decimal128: 1e99999999999999999999999")]
    [InlineData("JSON", "[1e999]", "JSON cannot represent value: [1e999]; expected Unicode text, finite numbers and at most 64 levels")]
    public void A_value_that_a_scalar_cannot_represent_is_refused_in_both_forms(string scalar, string text, string problem)
    {
        var coercion = KnownScalars.CoercionOf(scalar);

        Assert.Equal(problem, coercion.CoerceLiteral(Schemas.ParseValue(text), null).Problem);
        Assert.Equal(problem, coercion.CoerceJson(JsonOf(text)).Problem);
    }

    [Theory]
    [InlineData("DateTime", "2026-01-31T12:00:00")]
    [InlineData("DateTime", "2026-01-31")]
    [InlineData("DateTime", "2026-01-31 12:00:00Z")]
    [InlineData("DateTime", "2026-02-30T12:00:00Z")]
    [InlineData("DateTime", "2026-01-31T24:00:00Z")]
    [InlineData("DateTime", "2026-01-31T23:59:60Z")]
    [InlineData("DateTime", "2026-01-31T12:00:00.Z")]
    [InlineData("DateTime", "2026-01-31T12:00:00.12345678Z")]
    [InlineData("DateTime", "2026-01-31T12:00:00+0100")]
    [InlineData("DateTime", "2026-01-31T12:00:00+15:00")]
    [InlineData("DateTime", "0001-01-01T00:00:00+01:00")]
    [InlineData("DateTime", "0000-01-01T00:00:00Z")]
    [InlineData("DateTime", "２026-01-31T12:00:00Z")]
    [InlineData("LocalDate", "2026-02-29")]
    [InlineData("LocalDate", " 2026-02-28")]
    [InlineData("LocalDate", "2026-2-8")]
    [InlineData("UUID", "123e4567e89b12d3a456426614174000")]
    [InlineData("UUID", " 23e4567-e89b-12d3-a456-426614174000")]
    [InlineData("UUID", "{123e4567-e89b-12d3-a456-426614174000}")]
    [InlineData("UUID", "+23e4567-e89b-12d3-a456-426614174000")]
    [InlineData("URL", "/etc/passwd")]
    [InlineData("URL", "example.com")]
    [InlineData("URL", "")]
    [InlineData("ByteArray", "AQI")]
    [InlineData("ByteArray", "AQ ID")]
    [InlineData("ByteArray", "AQID\n")]
    [InlineData("ByteArray", "A===")]
    public void Text_of_another_format_is_refused(string scalar, string text)
    {
        var coercion = KnownScalars.CoercionOf(scalar);
        var json = JsonSerializer.SerializeToElement(text);

        Assert.StartsWith($"{scalar} cannot represent value: ", coercion.CoerceJson(json).Problem, StringComparison.Ordinal);
        Assert.StartsWith($"{scalar} cannot represent value: ", coercion.CoerceLiteral(Schemas.ParseValue(json.GetRawText()), null).Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Int", "1.0", "int 1")]
    [InlineData("Int", "1e3", "int 1000")]
    [InlineData("Int", "0e9999999999", "int 0")]
    [InlineData("Long", "1.20e1", "long 12")]
    public void A_json_number_counts_by_its_value(string scalar, string json, string expected) =>
        Assert.Equal(expected, Coerced.Text(KnownScalars.CoercionOf(scalar).CoerceJson(JsonOf(json)).Value));

    [Theory]
    [InlineData("Int", "1.00000000000000000000000000000000000000001")]
    [InlineData("Int", "1e-400")]
    [InlineData("Int", "1e99999999999999999999")]
    [InlineData("ID", "1.0")]
    [InlineData("ID", "true")]
    public void A_json_number_is_not_rounded(string scalar, string json) => Assert.NotNull(KnownScalars.CoercionOf(scalar).CoerceJson(JsonOf(json)).Problem);

    [Theory]
    [InlineData("String")]
    [InlineData("ID")]
    [InlineData("DateTime")]
    [InlineData("JSON")]
    public void A_lone_surrogate_is_no_text(string scalar) => Assert.NotNull(KnownScalars.CoercionOf(scalar).CoerceJson(JsonOf("\"a\\ud800b\"")).Problem);

    [Fact]
    public void Bytes_that_are_not_utf8_are_no_text()
    {
        byte[] json = [(byte)'"', 0xff, (byte)'"'];
        using var document = JsonDocument.Parse(json);

        Assert.NotNull(KnownScalars.CoercionOf("String").CoerceJson(document.RootElement).Problem);
    }

    [Fact]
    public void Json_keeps_the_order_of_its_keys_and_the_last_of_equal_ones()
    {
        var value = KnownScalars.CoercionOf("JSON").CoerceJson(JsonOf("""{ "b": 1, "a": { "": null }, "b": 2 }""")).Value;

        Assert.Equal("{b: long 2, a: {: null}}", Coerced.Text(value));
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void Json_is_at_most_64_levels_deep(int depth, bool isAccepted)
    {
        var text = new StringBuilder().Append('[', depth).Append(']', depth).ToString();
        using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 100 });

        Assert.Equal(isAccepted, KnownScalars.CoercionOf("JSON").CoerceJson(document.RootElement).Problem is null);
    }

    [Fact]
    public void Variables_in_a_json_literal_count_for_its_depth()
    {
        var coercion = KnownScalars.CoercionOf("JSON");
        var deep = coercion.CoerceJson(JsonOf(new StringBuilder().Append('[', 60).Append(']', 60).ToString())).Value;
        var variables = new VariableValues(new Dictionary<string, object?> { ["deep"] = deep });

        Assert.Null(coercion.CoerceLiteral(Schemas.ParseValue("[[[[$deep]]]]"), variables).Problem);
        Assert.NotNull(coercion.CoerceLiteral(Schemas.ParseValue("[[[[[$deep]]]]]"), variables).Problem);
    }

    private static JsonElement JsonOf(string text) => JsonSerializer.Deserialize<JsonElement>(text);
}
