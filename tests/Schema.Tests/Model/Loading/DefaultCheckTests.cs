namespace OwnedData.Schema.Tests.Model.Loading;

public sealed class DefaultCheckTests
{
    [Theory]
    [InlineData(
        "a: String! @default(value: 1)",
        "2:30: The default is no String. Write a string.")]
    [InlineData(
        """a: Int! @default(value: "1")""",
        "2:27: The default is no Int. Write an integer of 32 bits.")]
    [InlineData(
        "a: Int! @default(value: 2147483648)",
        "2:27: The default is no Int. Write an integer of 32 bits.")]
    [InlineData(
        "a: Float! @default(value: true)",
        "2:29: The default is no Float. Write a number.")]
    [InlineData(
        "a: Boolean! @default(value: 1)",
        "2:31: The default is no Boolean. Write `true` or `false`.")]
    [InlineData(
        "a: Long! @default(value: 1.5)",
        "2:28: The default is no Long. Write an integer of 64 bits.")]
    [InlineData(
        """a: Decimal! @default(value: "1")""",
        "2:31: The default is no Decimal. Write a number of at most 34 digits.")]
    [InlineData(
        """a: DateTime! @default(value: "2025-01-01")""",
        """2:32: The default is no DateTime. Write a time with its offset, such as `"2025-01-31T08:30:00Z"`.""")]
    [InlineData(
        """a: LocalDate! @default(value: "2025-02-30")""",
        """2:33: The default is no LocalDate. Write a date such as `"2025-01-31"`.""")]
    [InlineData(
        """a: UUID! @default(value: "x")""",
        """2:28: The default is no UUID. Write a UUID such as `"936da01f-9abd-4d9d-80c7-02af85c822a8"`.""")]
    [InlineData(
        "a: URL! @default(value: 1)",
        """2:27: The default is no URL. Write a URL such as `"https://example.com"`.""")]
    [InlineData(
        """a: ByteArray! @default(value: "?")""",
        "2:33: The default is no ByteArray. Write bytes in base64.")]
    [InlineData(
        "a: ID! @default(value: 1.5)",
        "2:26: The default is no ID. Write a string.")]
    [InlineData(
        "a: Color! @default(value: BLUE)",
        "2:29: The default is no value of Color. Write one of RED, GREEN.")]
    [InlineData(
        """a: Color! @default(value: "RED")""",
        "2:29: The default is no value of Color. Write one of RED, GREEN.")]
    [InlineData(
        "a: [Int!]! @default(value: 1)",
        "2:30: The default is no list. Write it in brackets: `[…]`.")]
    [InlineData(
        """a: [Int!]! @default(value: [1, "2", null])""",
        "2:34: The default is no Int. Write an integer of 32 bits.",
        "2:39: The default is null where null can't be. Write a value, or make the type nullable by removing its `!`.")]
    [InlineData(
        """a: Place! @default(value: "Bern")""",
        "2:29: The default is no Place. Write its fields in braces: `{…}`.")]
    public void A_default_of_another_type_is_refused(string field, params string[] errors) =>
        Mistakes.AreTold(Models.WithField(field), errors);

    [Theory]
    [InlineData(
        "a: String! @default(value: null)",
        "2:30: The default is null where null can't be. Write a value, or make the type nullable by removing its `!`.")]
    public void A_null_default_is_refused_where_null_cannot_be(string field, params string[] errors) =>
        Mistakes.AreTold(Models.WithField(field), errors);

    [Theory]
    [InlineData(
        "a: Place! @default(value: { city: 1, tags: [] })",
        "2:37: The default is no String. Write a string.")]
    [InlineData(
        """a: Place! @default(value: { city: "Bern" })""",
        "2:29: The default lacks `tags`, which `Place` requires. Write `tags: …`.")]
    [InlineData(
        """a: Place! @default(value: { city: "Bern", tags: [], ctiy: "Bern" })""",
        "2:55: `Place` has no field `ctiy`. Did you mean `city`?")]
    [InlineData(
        """a: Place! @default(value: { city: "Bern", city: "Thun", tags: [] })""",
        "2:45: `city` is given twice. Remove one of them.")]
    public void A_default_object_must_fit_its_type(string field, params string[] errors) =>
        Mistakes.AreTold(Models.WithField(field), errors);

    [Theory]
    [InlineData(
        """a: String! @default(value: "") @constraint(minLength: 1)""",
        "2:30: The default breaks the field's own constraint: it must have at least 1 character. Change one of the two.")]
    [InlineData(
        """a: String! @default(value: "abc") @constraint(maxLength: 2, pattern: "^b")""",
        "2:30: The default breaks the field's own constraint: it must have at most 2 characters. Change one of the two.",
        "2:30: The default breaks the field's own constraint: it must match ^b. Change one of the two.")]
    [InlineData(
        """a: String! @default(value: "me") @constraint(format: "email")""",
        "2:30: The default breaks the field's own constraint: it must have the format email. Change one of the two.")]
    [InlineData(
        "a: Int! @default(value: 0) @constraint(min: 1)",
        "2:27: The default breaks the field's own constraint: it must be at least 1. Change one of the two.")]
    [InlineData(
        "a: Float! @default(value: 1.5) @constraint(max: 1)",
        "2:29: The default breaks the field's own constraint: it must be at most 1. Change one of the two.")]
    [InlineData(
        "a: [Int!]! @default(value: []) @constraint(minItems: 1)",
        "2:30: The default breaks the field's own constraint: it must have at least 1 item. Change one of the two.")]
    [InlineData(
        "a: [Int!]! @default(value: [1, 2, 1]) @constraint(maxItems: 2, uniqueItems: true)",
        "2:30: The default breaks the field's own constraint: it must have at most 2 items. Change one of the two.",
        "2:30: The default breaks the field's own constraint: it must have no item twice. Change one of them.")]
    [InlineData(
        """a: [String!]! @default(value: ["a", ""]) @constraint(minLength: 1)""",
        "2:39: The default breaks the field's own constraint: it must have at least 1 character. Change one of the two.")]
    public void A_default_must_hold_to_the_field_s_constraint(string field, params string[] errors) =>
        Mistakes.AreTold(Models.WithField(field), errors);
}
