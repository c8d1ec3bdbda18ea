namespace OwnedData.Schema.Tests.Model.Loading;

public sealed class NameCheckTests
{
    [Theory]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\ntype PageInfo { a: Int }",
        "2:6: `PageInfo` is the name of a type that the server makes. Name it otherwise.")]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\ntype Node { a: Int }",
        "2:6: `Node` is the name of a type that the server makes. Name it otherwise.")]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\ntype Error { a: Int }",
        "2:6: `Error` is the name of a type that the server makes. Name it otherwise.")]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\ntype Viewer { a: Int }",
        "2:6: `Viewer` is the name of a type that the server makes. Name it otherwise.")]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\ntype Query { a: Int }",
        "2:6: `Query` is the name of a type that the server makes. Name it otherwise.")]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\ntype Mutation { a: Int }",
        "2:6: `Mutation` is the name of a type that the server makes. Name it otherwise.")]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\ntype ValidationError { a: Int }",
        "2:6: `ValidationError` is the name of a type that the server makes. Name it otherwise.")]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\ntype String { a: Int }",
        "2:6: `String` is the name of a type that the server makes. Name it otherwise.")]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\ntype DateTime { a: Int }",
        "2:6: `DateTime` is the name of a type that the server makes. Name it otherwise.")]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\ntype StringOperationFilterInput { a: Int }",
        "2:6: `StringOperationFilterInput` is the name of a type that the server makes. Name it otherwise.")]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\ntype ListStringOperationFilterInput { a: Int }",
        "2:6: `ListStringOperationFilterInput` is the name of a type that the server makes. Name it otherwise.")]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\ntype SortEnumType { a: Int }",
        "2:6: `SortEnumType` is the name of a type that the server makes. Name it otherwise.")]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\ntype Errors { a: Int }",
        "2:6: `Errors` is the name of a type that the server makes. Name it otherwise.")]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\nenum ApplyPolicy { A }",
        "2:6: `ApplyPolicy` is the name of a type that the server makes. Name it otherwise.")]
    public void A_name_that_the_server_or_GraphQL_needs_is_refused(string model, params string[] errors) =>
        Mistakes.AreTold(model, errors);

    [Theory]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\ntype __Place { a: Int }",
        "2:6: `__Place` starts with two underscores, which GraphQL keeps for itself. Name it otherwise.")]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\ntype place { a: Int }",
        "2:6: `place` doesn't start with a capital letter, which tells types from the API's fields. Write `Place`.")]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\ntype _Place { a: Int }",
        "2:6: `_Place` doesn't start with a capital letter, which tells types from the API's fields. Name it otherwise.")]
    public void A_malformed_name_is_refused(string model, params string[] errors) =>
        Mistakes.AreTold(model, errors);

    [Theory]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\ntype NoteConnection { a: Int }",
        "1:6: The server makes `NoteConnection` for `Note`, but the model declares a type of that name. Name one of the two otherwise.")]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\ntype NoteEdge { a: Int }",
        "1:6: The server makes `NoteEdge` for `Note`, but the model declares a type of that name. Name one of the two otherwise.")]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\ntype NoteFilterInput { a: Int }",
        "1:6: The server makes `NoteFilterInput` for `Note`, but the model declares a type of that name. Name one of the two otherwise.")]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\ntype NoteSortInput { a: Int }",
        "1:6: The server makes `NoteSortInput` for `Note`, but the model declares a type of that name. Name one of the two otherwise.")]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\ntype CreateNoteInput { a: Int }",
        "1:6: The server makes `CreateNoteInput` for `Note`, but the model declares a type of that name. Name one of the two otherwise.")]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\ntype UpdateNotePayload { a: Int }",
        "1:6: The server makes `UpdateNotePayload` for `Note`, but the model declares a type of that name. Name one of the two otherwise.")]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\ntype DeleteNoteError { a: Int }",
        "1:6: The server makes `DeleteNoteError` for `Note`, but the model declares a type of that name. Name one of the two otherwise.")]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\ntype NoteNotFoundError { a: Int }",
        "1:6: The server makes `NoteNotFoundError` for `Note`, but the model declares a type of that name. Name one of the two otherwise.")]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\ntype NoteAlreadyExistsError { a: Int }",
        "1:6: The server makes `NoteAlreadyExistsError` for `Note`, but the model declares a type of that name. Name one of the two otherwise.")]
    public void A_name_that_the_server_makes_for_another_type_is_refused(string model, params string[] errors) =>
        Mistakes.AreTold(model, errors);

    [Theory]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\ntype CreateNote { a: Int }",
        "2:6: The server makes `CreateNoteInput` for `CreateNote`, but it is made for `Note` as well. Name one of the two otherwise.")]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\ntype Color { a: Int }\nenum ColorInput { A }",
        "2:6: The server makes `ColorInput` for `Color`, but the model declares a type of that name. Name one of the two otherwise.")]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\ntype Note2 { a: Int }\nenum Color { A }\ntype ColorOperation { a: Int }",
        "3:6: The server makes `ColorOperationFilterInput` for `Color`, but it is made for `ColorOperation` as well. Name one of the two otherwise.")]
    public void Two_types_for_which_the_server_makes_one_name_are_refused(string model, params string[] errors) =>
        Mistakes.AreTold(model, errors);
}
