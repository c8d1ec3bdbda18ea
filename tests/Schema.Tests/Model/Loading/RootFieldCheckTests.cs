namespace OwnedData.Schema.Tests.Model.Loading;

public sealed class RootFieldCheckTests
{
    [Theory]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\ntype Memo @collection(name: \"notes\") @owned { a: Int }",
        "2:29: `Note` is stored in `notes` already. Write another collection.")]
    public void Two_types_in_one_collection_are_refused(string model, params string[] errors) =>
        Mistakes.AreTold(model, errors);

    [Theory]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\ntype Notes @collection(name: \"b\") @owned { a: Int }",
        "2:6: The query field `notes` of `Notes` belongs to `Note` already. Name the type otherwise.")]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\ntype Memo @collection(name: \"b\", plural: \"notes\") @owned { a: Int }",
        "2:42: The query field `notes` of `Memo` belongs to `Note` already. Write another `@collection(plural: …)`.")]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\ntype Memo @collection(name: \"b\", plural: \"note\") @owned { a: Int }",
        "2:42: The query field `note` of `Memo` belongs to `Note` already. Write another `@collection(plural: …)`.")]
    public void Two_types_with_one_query_field_are_refused(string model, params string[] errors) =>
        Mistakes.AreTold(model, errors);

    [Theory]
    [InlineData(
        """type Sheep @collection(name: "sheep") @owned { a: Int }""",
        "1:12: One `Sheep` and a list of them would both be the query field `sheep`. Write another `@collection(plural: …)`.")]
    public void A_plural_that_is_the_singular_asks_for_another(string model, params string[] errors) =>
        Mistakes.AreTold(model, errors);

    [Theory]
    [InlineData(
        """type Note @collection(name: "notes", plural: "nodes") @owned { a: Int }""",
        "1:46: The query field `nodes` of `Note` belongs to the server already. Write another `@collection(plural: …)`.")]
    [InlineData(
        """type Note @collection(name: "notes", plural: "viewer") @owned { a: Int }""",
        "1:46: The query field `viewer` of `Note` belongs to the server already. Write another `@collection(plural: …)`.")]
    public void A_query_field_of_the_server_is_refused(string model, params string[] errors) =>
        Mistakes.AreTold(model, errors);
}
