namespace OwnedData.Schema.Tests.Model.Loading;

public sealed class DefaultCyclesTests
{
    [Theory]
    [InlineData(
        "a: Place @default(value: {})",
        "3:28: The default of `a` would fill in itself without end: a → a. Give `a` a value in it, such as null, or remove the default.")]
    [InlineData(
        "a: [Place!] @default(value: [{}])",
        "3:31: The default of `a` would fill in itself without end: a → a. Give `a` a value in it, such as null, or remove the default.")]
    [InlineData(
        "a: Place @default(value: { b: null })  b: Place @default(value: { b: { b: null } })",
        "3:28: The default of `a` would fill in itself without end: a → a. Give `a` a value in it, such as null, or remove the default.")]
    [InlineData(
        "a: Place @default(value: { a: null })  b: Place @default(value: { b: null })",
        "3:28: The default of `a` would fill in itself without end: a → b → a. Give `a` a value in it, such as null, or remove the default.")]
    public void Defaults_that_fill_in_each_other_without_end_are_refused(string field, params string[] errors) =>
        Mistakes.AreTold(Models.WithEmbeddedField(field), errors);

    [Theory]
    [InlineData("a: Place @default(value: { a: null })")]
    [InlineData("a: Place @default(value: { a: { a: null } })")]
    [InlineData("a: [Place!] @default(value: [])")]
    public void A_default_that_ends_is_fine(string field) => SampleModel.Loaded(Models.WithEmbeddedField(field));
}
