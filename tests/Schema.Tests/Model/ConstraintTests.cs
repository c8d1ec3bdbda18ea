using OwnedData.Schema.Model;

namespace OwnedData.Schema.Tests.Model;

public sealed class ConstraintTests
{
    [Fact]
    public void Everything_that_a_text_breaks_is_told()
    {
        var constraint = new Constraint { MaxLength = 1, Pattern = new TextPattern("^b"), Format = ConstraintFormat.Email };

        Assert.Equal(
            [
                new ConstraintViolation(ValidationCode.MaxLength, "must have at most 1 character"),
                new ConstraintViolation(ValidationCode.Pattern, "must match ^b"),
                new ConstraintViolation(ValidationCode.Format, "must have the format email"),
            ],
            constraint.CheckText("aa").AsEnumerable());
    }

    [Fact]
    public void A_length_counts_code_points()
    {
        var constraint = new Constraint { MinLength = 2, MaxLength = 2 };

        Assert.Empty(constraint.CheckText("😀😀"));
        Assert.Equal([ValidationCode.MinLength], constraint.CheckText("😀").Select(violation => violation.Code));
    }

    [Theory]
    [InlineData("-0.5", "must be at least 0")]
    [InlineData("0", null)]
    [InlineData("1e1", null)]
    [InlineData("10.00000000000000000000000000000001", "must be at most 10")]
    public void A_number_is_compared_exactly(string number, string? message) =>
        Assert.Equal(message, new Constraint { Min = "0", Max = "10" }.CheckNumber(number).Select(violation => violation.Message).SingleOrDefault());

    [Theory]
    [InlineData(0, "must have at least 1 item")]
    [InlineData(2, null)]
    [InlineData(3, "must have at most 2 items")]
    public void A_list_has_its_bounds(int count, string? message) =>
        Assert.Equal(message, new Constraint { MinItems = 1, MaxItems = 2 }.CheckCount(count).Select(violation => violation.Message).SingleOrDefault());

    [Theory]
    [InlineData(ConstraintFormat.Email, "alice@example.com", true)]
    [InlineData(ConstraintFormat.Email, "alice+notes@mail.example.com", true)]
    [InlineData(ConstraintFormat.Email, "alice", false)]
    [InlineData(ConstraintFormat.Email, "alice@example.com\n", false)]
    [InlineData(ConstraintFormat.Email, "alice@-example.com", false)]
    [InlineData(ConstraintFormat.Uri, "https://example.com/a?b#c", true)]
    [InlineData(ConstraintFormat.Uri, "urn:isbn:0451450523", true)]
    [InlineData(ConstraintFormat.Uri, "example.com", false)]
    [InlineData(ConstraintFormat.Uri, "https://example.com/a b", false)]
    [InlineData(ConstraintFormat.Hostname, "mail.example.com", true)]
    [InlineData(ConstraintFormat.Hostname, "mail..example.com", false)]
    [InlineData(ConstraintFormat.Hostname, "under_score.example.com", false)]
    [InlineData(ConstraintFormat.Phone, "+41441234567", true)]
    [InlineData(ConstraintFormat.Phone, "0441234567", false)]
    [InlineData(ConstraintFormat.Phone, "+41 44 123 45 67", false)]
    public void A_format_is_held_to_its_standard(ConstraintFormat format, string text, bool isFine) =>
        Assert.Equal(isFine, new Constraint { Format = format }.CheckText(text).IsEmpty);
}
