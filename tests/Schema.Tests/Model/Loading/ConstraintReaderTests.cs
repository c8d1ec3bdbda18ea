namespace OwnedData.Schema.Tests.Model.Loading;

public sealed class ConstraintReaderTests
{
    [Theory]
    [InlineData(
        "n: Int @constraint(minLength: 1)",
        "2:33: `minLength` is about strings, which this field doesn't hold. Remove it.")]
    [InlineData(
        "n: Int @constraint(maxLength: 1)",
        "2:33: `maxLength` is about strings, which this field doesn't hold. Remove it.")]
    [InlineData(
        """n: Int @constraint(pattern: "a")""",
        "2:31: `pattern` is about strings, which this field doesn't hold. Remove it.")]
    [InlineData(
        """n: Color @constraint(format: "email")""",
        "2:32: `format` is about strings, which this field doesn't hold. Remove it.")]
    [InlineData(
        "s: String @constraint(min: 1)",
        "2:30: `min` is about numbers, which this field doesn't hold. Remove it.")]
    [InlineData(
        "s: DateTime @constraint(max: 1)",
        "2:32: `max` is about numbers, which this field doesn't hold. Remove it.")]
    [InlineData(
        "s: String @constraint(minItems: 1)",
        "2:35: `minItems` is about lists, which this field doesn't hold. Remove it.")]
    [InlineData(
        "s: String @constraint(maxItems: 1)",
        "2:35: `maxItems` is about lists, which this field doesn't hold. Remove it.")]
    [InlineData(
        "s: String @constraint(uniqueItems: true)",
        "2:38: `uniqueItems` is about lists, which this field doesn't hold. Remove it.")]
    [InlineData(
        "p: Place @constraint(maxLength: 1)",
        "2:35: `maxLength` is about strings, which this field doesn't hold. Remove it.")]
    public void A_bound_that_is_not_about_the_field_s_type_is_refused(string field, params string[] errors) =>
        Mistakes.AreTold(Models.WithField(field), errors);

    [Theory]
    [InlineData(
        "s: String @constraint(minLength: 2, maxLength: 1)",
        "2:36: `minLength` is greater than `maxLength`, so no value could ever be written. Swap them.")]
    [InlineData(
        "l: [Int] @constraint(minItems: 2, maxItems: 1)",
        "2:34: `minItems` is greater than `maxItems`, so no value could ever be written. Swap them.")]
    [InlineData(
        "n: Int @constraint(min: 2, max: -3)",
        "2:27: `min` is greater than `max`, so no value could ever be written. Swap them.")]
    [InlineData(
        "n: Decimal @constraint(min: 0.30, max: 0.3)\n  m: Decimal @constraint(min: 0.31, max: 0.3)",
        "3:31: `min` is greater than `max`, so no value could ever be written. Swap them.")]
    public void Bounds_that_cross_are_refused(string field, params string[] errors) =>
        Mistakes.AreTold(Models.WithField(field), errors);

    [Theory]
    [InlineData(
        "s: String @constraint(minLength: -1)",
        "2:36: `minLength` is negative. Write 0 or more.")]
    [InlineData(
        "s: String @constraint(maxLength: -1)",
        "2:36: `maxLength` is negative. Write 0 or more.")]
    [InlineData(
        "l: [Int] @constraint(minItems: -1)",
        "2:34: `minItems` is negative. Write 0 or more.")]
    [InlineData(
        "l: [Int] @constraint(maxItems: -1)",
        "2:34: `maxItems` is negative. Write 0 or more.")]
    public void A_negative_count_is_refused(string field, params string[] errors) =>
        Mistakes.AreTold(Models.WithField(field), errors);

    [Theory]
    [InlineData(
        "n: Int @constraint(min: 0.5)",
        "2:27: `min` is no value of Int. Write an integer of 32 bits.")]
    [InlineData(
        "n: Int @constraint(max: 2147483648)",
        "2:27: `max` is no value of Int. Write an integer of 32 bits.")]
    [InlineData(
        "n: Long @constraint(max: 1.5)",
        "2:28: `max` is no value of Long. Write an integer of 64 bits.")]
    [InlineData(
        "n: Float @constraint(max: 1e999)",
        "2:29: `max` is no value of Float. Write a number.")]
    [InlineData(
        "n: Decimal @constraint(max: 1234567890123456789012345678901234567)",
        "2:31: `max` is no value of Decimal. Write a number of at most 34 digits.")]
    public void A_bound_outside_of_the_type_is_refused(string field, params string[] errors) =>
        Mistakes.AreTold(Models.WithField(field), errors);

    [Theory]
    [InlineData(
        """s: String @constraint(pattern: "(")""",
        """2:34: `pattern` is no regular expression. Correct its brackets, quantifiers and escapes; a backslash is written `\\` in a string.""")]
    [InlineData(
        """s: String @constraint(pattern: "(?=a)")""",
        "2:34: `pattern` can't run in linear time. Write it without lookarounds, backreferences and atomic groups, and with smaller repetitions.")]
    [InlineData(
        """s: String @constraint(pattern: "(a)\\1")""",
        "2:34: `pattern` can't run in linear time. Write it without lookarounds, backreferences and atomic groups, and with smaller repetitions.")]
    public void A_pattern_that_cannot_run_is_refused(string field, params string[] errors) =>
        Mistakes.AreTold(Models.WithField(field), errors);

    [Theory]
    [InlineData(
        """s: String @constraint(format: "emial")""",
        "2:33: There is no such format. Did you mean `email`?")]
    [InlineData(
        """s: String @constraint(format: "ipv4")""",
        "2:33: There is no such format. Write one of email, uri, hostname, phone.")]
    public void A_format_that_is_not_there_is_refused(string field, params string[] errors) =>
        Mistakes.AreTold(Models.WithField(field), errors);

    [Theory]
    [InlineData(
        "s: String @constraint",
        "2:13: `@constraint` says nothing without an argument. Write one, such as `maxLength: 200`, or remove it.")]
    public void A_constraint_without_content_is_refused(string field, params string[] errors) =>
        Mistakes.AreTold(Models.WithField(field), errors);
}
