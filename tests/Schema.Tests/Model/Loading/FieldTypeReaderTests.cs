namespace OwnedData.Schema.Tests.Model.Loading;

public sealed class FieldTypeReaderTests
{
    [Theory]
    [InlineData(
        "title: Strnig",
        "2:10: There is no type `Strnig`. Did you mean `String`?")]
    [InlineData(
        "color: Colour",
        "2:10: There is no type `Colour`. Did you mean `Color`?")]
    [InlineData(
        "size: Integer",
        "2:9: There is no type `Integer`. Did you mean `Int`?")]
    [InlineData(
        "what: Xyz",
        "2:9: There is no type `Xyz`. Declare it, or write one that is there.")]
    public void An_unknown_type_is_told_with_what_was_meant(string field, params string[] errors) =>
        Mistakes.AreTold(Models.WithField(field), errors);

    [Theory]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\ntype Book @collection(name: \"books\") @owned { notes: [Note!]! }",
        "2:55: `Note` is stored in a collection of its own. Write `@reference` behind a field of a stored type, `@inverse(of: …)` behind a list, or make it embedded by removing its `@collection`.")]
    public void A_stored_type_is_a_field_by_a_directive_alone(string model, params string[] errors) =>
        Mistakes.AreTold(model, errors);

    [Theory]
    [InlineData(
        "grid: [[[[Int]]]]",
        "2:9: Lists are nested 4 deep. Write at most 3, or an embedded type.")]
    [InlineData(
        "grid: [[[[Int!]!]!]!]!",
        "2:9: Lists are nested 4 deep. Write at most 3, or an embedded type.")]
    public void A_list_can_only_be_nested_so_deep(string field, params string[] errors) =>
        Mistakes.AreTold(Models.WithField(field), errors);
}
