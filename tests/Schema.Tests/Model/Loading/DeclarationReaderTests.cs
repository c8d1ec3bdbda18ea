namespace OwnedData.Schema.Tests.Model.Loading;

public sealed class DeclarationReaderTests
{
    [Theory]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\ninterface Named { name: String }",
        "2:1: Interfaces are not supported in a model. Write a `type` with the fields of its own.")]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\nunion Any = Note",
        "2:1: Unions are not supported in a model. Write a `type` with a nullable field for each case.")]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\ninput NoteInput { a: Int }",
        "2:1: Input types are not supported in a model. Remove it; the server makes the inputs from the types.")]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\nscalar Money",
        "2:1: Scalars of your own are not supported in a model. Remove it; there are ID, String, Int, Float, Boolean, Long, Decimal, DateTime, LocalDate, UUID, URL, ByteArray, JSON.")]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\nschema { query: Note }",
        "2:1: A schema definition is not supported in a model. Remove it; the server makes the schema from the types.")]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\ndirective @a on OBJECT",
        "2:1: Directives of your own are not supported in a model. Remove it.")]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\nextend type Note { a: Int }",
        "2:1: `extend` is not supported in a model. Write its content where the type is declared.")]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\n{ notes { title } }",
        "2:1: Operations and fragments are not supported in a model. Remove it; a model holds types and enums.")]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\nfragment F on Note { title }",
        "2:1: Operations and fragments are not supported in a model. Remove it; a model holds types and enums.")]
    public void What_a_model_does_not_take_is_refused(string model, params string[] errors) =>
        Mistakes.AreTold(model, errors);

    [Theory]
    [InlineData(
        """type Note implements Node @collection(name: "notes") @owned { title: String! }""",
        "1:22: Interfaces are not supported in a model. Remove `implements`.")]
    public void A_type_that_implements_an_interface_is_refused(string model, params string[] errors) =>
        Mistakes.AreTold(model, errors);

    [Theory]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\ntype Note { a: Int }",
        "2:6: `Note` is declared already at model.graphql:1:6. Name it otherwise, or remove one of them.")]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\nenum Note { A }",
        "2:6: `Note` is declared already at model.graphql:1:6. Name it otherwise, or remove one of them.")]
    public void A_name_declared_twice_is_told_with_the_place_of_the_first(string model, params string[] errors) =>
        Mistakes.AreTold(model, errors);
}
