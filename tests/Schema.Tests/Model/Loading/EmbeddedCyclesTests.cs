namespace OwnedData.Schema.Tests.Model.Loading;

public sealed class EmbeddedCyclesTests
{
    [Theory]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\ntype Place { parent: Place! }",
        "2:22: `Place` would contain itself without end: Place → Place. Write `Place` without `!`, or a list.")]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\ntype A { b: B! }\ntype B { c: C! }\ntype C { a: A!  b: B }",
        "4:13: `A` would contain itself without end: A → B → C → A. Write `A` without `!`, or a list.")]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\ntype A { b: B! }\ntype B { b: B! }",
        "3:13: `B` would contain itself without end: B → B. Write `B` without `!`, or a list.")]
    public void An_object_that_must_contain_itself_is_refused(string model, params string[] errors) =>
        Mistakes.AreTold(model, errors);
}
