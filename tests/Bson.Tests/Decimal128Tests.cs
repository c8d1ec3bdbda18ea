using System.Text;

namespace OwnedData.Bson.Tests;

public sealed class Decimal128Tests
{
    /// <summary>Text, the upper and the lower 64 bits.</summary>
    public static TheoryData<string, ulong, ulong> Canonical => new()
    {
        { "NaN", 0x7C00000000000000, 0 },
        { "Infinity", 0x7800000000000000, 0 },
        { "-Infinity", 0xF800000000000000, 0 },
        { "0", 0x3040000000000000, 0 },
        { "-0", 0xB040000000000000, 0 },
        { "1", 0x3040000000000000, 1 },
        { "-1", 0xB040000000000000, 1 },
        { "12345678901234567", 0x3040000000000000, 12345678901234567 },
        { "989898983458", 0x3040000000000000, 989898983458 },
        { "0.1", 0x303E000000000000, 1 },
        { "0.10", 0x303C000000000000, 10 },
        { "0.001234", 0x3034000000000000, 1234 },
        { "0.00123400000", 0x302A000000000000, 123400000 },
        { "0.1234567890123456789012345678901234", 0x2FFC3CDE6FFF9732, 0xDE825CD07E96AFF2 },
        { "1234567890123456789012345678901234", 0x30403CDE6FFF9732, 0xDE825CD07E96AFF2 },
        { "5.192296858534827628530496329220095E+33", 0x3040FFFFFFFFFFFF, 0xFFFFFFFFFFFFFFFF },
        { "9.999999999999999999999999999999999E+6144", 0x5FFFED09BEAD87C0, 0x378D8E63FFFFFFFF },
        { "1E-6176", 0x0000000000000000, 1 },
        { "1.001E-6173", 0, 1001 },
        { "0.000001", 0x3034000000000000, 1 },
        { "1E-7", 0x3032000000000000, 1 },
        { "1.00E-8", 0x302C000000000000, 100 },
        { "100E+0", 0x3040000000000000, 100 },
        { "1.000000000000000000000000000000000E+6144", 0x5FFE314DC6448D93, 0x38C15B0A00000000 },
        { "1E+3", 0x3046000000000000, 1 },
        { "1.050E+9", 0x304C000000000000, 1050 },
        { "0E+6111", 0x5FFE000000000000, 0 },
        { "0E-6176", 0, 0 },
        { "-0E+3", 0xB046000000000000, 0 },
        { "-100E-10", 0xB02C000000000000, 100 },
    };

    public static TheoryData<string, string> Degenerate => new()
    {
        { "+1", "1" },
        { "inf", "Infinity" },
        { "-INFINITY", "-Infinity" },
        { "-nan", "NaN" },
        { "0001.20", "1.20" },
        { ".5", "0.5" },
        { "5.", "5" },
        { "1e2", "1E+2" },
        { "0E+99999999999999999999", "0E+6111" },
        { "-0E-99999999999999999999", "-0E-6176" },
        { "1E+6112", "1.0E+6112" },
        { "10E-6177", "1E-6176" },
        { "1.00000000000000000000000000000000000000000000000000", "1.000000000000000000000000000000000" },
        { "10000000000000000000000000000000000000000", "1.000000000000000000000000000000000E+40" },
        { "0.00000000000000000000000000000000000000000000000001", "1E-50" },
    };

    public static TheoryData<string> Invalid => new(
        "", "+", "-", ".", "E1", "1E", "1E+", "1e1.5", "1.2.3", "--1", "+-1", " 1", "1 ", "1,5", "0x1", "1d", "infinit", "nanx", "١",
        "1E+6145", "1E-6177", "11E-6177", "1.5E-6176", "12345678901234567890123456789012345", "0.12345678901234567890123456789012345",
        "1000000000000000000000000000000000000000000000000001", "1E99999999999999999999");

    [Theory]
    [MemberData(nameof(Canonical))]
    public void Text_and_bits_are_those_of_the_specification(string text, ulong high, ulong low)
    {
        var expected = new Decimal128(high, low);

        Assert.Equal(expected, Decimal128.Parse(text));
        Assert.Equal(expected, Decimal128.Parse(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(Normalise(text), expected.ToString());
    }

    [Theory]
    [MemberData(nameof(Degenerate))]
    public void Other_spellings_of_the_same_number_are_understood(string text, string canonical) =>
        Assert.Equal(canonical, Decimal128.Parse(text).ToString());

    [Theory]
    [MemberData(nameof(Invalid))]
    public void Other_text_and_numbers_that_would_be_rounded_are_refused(string text)
    {
        Assert.False(Decimal128.TryParse(text, out var value));
        Assert.Equal(default, value);
        Assert.Throws<BsonException>(() => Decimal128.Parse(text));
        Assert.Throws<BsonException>(() => Decimal128.Parse(Encoding.UTF8.GetBytes(text)));
    }

    [Theory]
    [InlineData(0x7E00000000000000, 0x12, "NaN")]
    [InlineData(0xFC00000000000000, 0, "NaN")]
    [InlineData(0x7A00000000000000, 0x12, "Infinity")]
    [InlineData(0x6C10000000000000, 0, "0")]
    [InlineData(0xDFFFED09BEAD87C0, 0x378D8E6400000000, "-0E+6111")]
    [InlineData(0xEC11FFFFFFFFFFFF, 0xFFFFFFFFFFFFFFFF, "-0E+3")]
    public void Bits_no_text_leads_to_are_still_read(ulong high, ulong low, string text) =>
        Assert.Equal(text, new Decimal128(high, low).ToString());

    [Fact]
    public void Its_kinds_are_told_apart()
    {
        Assert.True(Decimal128.NaN.IsNaN);
        Assert.False(Decimal128.NaN.IsInfinity);
        Assert.True(Decimal128.Parse("-Infinity").IsInfinity);
        Assert.False(Decimal128.Parse("-Infinity").IsNaN);
        Assert.True(Decimal128.Parse("-Infinity").IsNegative);
        Assert.True(Decimal128.Parse("-0").IsNegative);
        Assert.False(Decimal128.Parse("0").IsNegative);
    }

    [Fact]
    public void Formatting_needs_just_the_room_the_text_takes()
    {
        var value = Decimal128.Parse("-0.000001234567890123456789012345678901234");
        var text = value.ToString();

        Assert.False(value.TryFormat(new byte[text.Length - 1], out var none));
        Assert.Equal(0, none);
        var exact = new byte[text.Length];
        Assert.True(value.TryFormat(exact, out var written));
        Assert.Equal(text, Encoding.ASCII.GetString(exact, 0, written));
    }

    private static string Normalise(string text) => text switch
    {
        "5.192296858534827628530496329220095E+33" => "5192296858534827628530496329220095",
        "100E+0" => "100",
        "-100E-10" => "-1.00E-8",
        _ => text,
    };
}
