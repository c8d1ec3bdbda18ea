using FsCheck;
using FsCheck.Fluent;
using OwnedData.Schema.Model;

namespace OwnedData.Schema.Tests.Model;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("0", "-0.00", 0)]
    [InlineData("0.3", "0.30", 0)]
    [InlineData("1e2", "100", 0)]
    [InlineData("0.001E3", "1", 0)]
    [InlineData("10", "9", 1)]
    [InlineData("-10", "-9", -1)]
    [InlineData("-1", "0", -1)]
    [InlineData("0", "0.0000001", -1)]
    [InlineData("1.5e300", "1.5e299", 1)]
    [InlineData("12345678901234567890123456789012.34", "12345678901234567890123456789012.33", 1)]
    [InlineData("1e99999999999999999999", "9", 1)]
    [InlineData("1e-99999999999999999999", "9", -1)]
    [InlineData("0e99999999999999999999", "0", 0)]
    [InlineData("9007199254740993", "9007199254740992", 1)]
    public void Numbers_compare_by_value_whatever_they_look_like(string left, string right, int expected)
    {
        Assert.Equal(expected, NumberText.Compare(left, right));
        Assert.Equal(-expected, NumberText.Compare(right, left));
    }

    [Fact]
    public void Decimals_compare_as_the_framework_compares_them() => Prop.ForAll(
        ArbMap.Default.ArbFor<decimal>(),
        ArbMap.Default.ArbFor<decimal>(),
        (left, right) => Assert.Equal(left.CompareTo(right), NumberText.Compare($"{left}", $"{right}"))).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
}
