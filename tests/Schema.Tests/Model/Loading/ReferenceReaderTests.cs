using OwnedData.Schema.Model;

namespace OwnedData.Schema.Tests.Model.Loading;

public sealed class ReferenceReaderTests
{
    [Fact]
    public void A_reference_and_its_other_side_are_read()
    {
        var model = SampleModel.Loaded(Text("notebook: Notebook @reference", "notes: [Note!] @inverse(of: \"notebook\") @paging(max: 5)"));

        var (note, notebook) = (model.StoredTypes[0], model.StoredTypes[1]);
        var reference = note.Fields.Single();
        var inverse = notebook.Inverses.Single();
        Assert.Equal(("notebook", "notebook_id", new ReferenceFieldType(notebook, IsNullable: true)), (reference.Name, reference.StoredName, reference.Type));
        Assert.Equal(new InverseField("notes", null, note, reference, new Paging(5, 5), IsNullable: true), inverse);
        Assert.Equal(["name"], notebook.Fields.Select(field => field.Name));
    }

    [Fact]
    public void A_reference_names_its_element_and_an_inverse_without_null_is_one()
    {
        var model = SampleModel.Loaded(Text("book: Notebook @reference(field: \"book\")", "notes: [Note!]! @inverse(of: \"book\")"));

        Assert.Equal("book", model.StoredTypes[0].Fields.Single().StoredName);
        Assert.False(model.StoredTypes[1].Inverses.Single().IsNullable);
    }

    [Theory]
    [InlineData("notebook: Notebook", "2:13: `Notebook` is stored in a collection of its own. Write `@reference` behind a field of a stored type, `@inverse(of: …)` behind a list, or make it embedded by removing its `@collection`.")]
    [InlineData("notebook: Notebook! @reference", "2:13: `notebook` is null where its Notebook isn't the caller's to see, and its type allows no null. Make it nullable by removing the `!`.")]
    [InlineData("notebooks: [Notebook!] @reference", "2:14: A reference names one document. Write the type itself, or `@inverse(of: …)` for those that refer to this one.")]
    [InlineData("place: Place @reference", "2:10: `Place` has no documents of its own to refer to. Write a type with `@collection`, or remove `@reference`.")]
    [InlineData("other: ID @reference", "2:10: `ID` has no documents of its own to refer to. Write a type with `@collection`, or remove `@reference`.")]
    [InlineData("notebook: Notbook @reference", "2:13: There is no type `Notbook`. Did you mean `Notebook`?")]
    [InlineData("notebook: Notebook @reference @stored(as: \"n\")", "2:33: `@stored` says nothing of a reference. Write `@reference(field: …)`.")]
    [InlineData("notebook: Notebook @reference @default(value: null)", "2:33: `@default` says nothing of a reference. Remove it.")]
    [InlineData("notebook: Notebook @reference(field: \"a.b\")", "2:40: The name in the document contains a dot, like a path. Write another `@reference(field: …)`.")]
    [InlineData("notebook: Notebook @reference  notebookId: ID", "2:34: `notebookId` is how inputs name the reference `notebook`. Name it otherwise.")]
    [InlineData("notebook: Notebook @reference  other: Int @stored(as: \"notebook_id\")", "2:57: `notebook` is stored as `notebook_id` already. Write another `@stored(as: …)`.")]
    public void A_reference_to_what_has_no_documents_is_refused(string field, params string[] errors) =>
        Mistakes.AreTold(Text(field, "a: Int"), errors);

    [Theory]
    [InlineData("notes: [Note!]! @inverse(of: \"book\")", "5:32: `book` of `Note` is no reference to `Notebook`. Write one of notebook.")]
    [InlineData("notes: [Note!]! @inverse(of: \"title\")", "5:32: `title` of `Note` is no reference to `Notebook`. Write one of notebook.")]
    [InlineData("books: [Notebook!]! @inverse(of: \"self\")", "5:36: `self` of `Notebook` is no reference to `Notebook`. Write a field `notebook: Notebook @reference` there.")]
    [InlineData("notes: Note @inverse(of: \"notebook\")", "5:10: An `@inverse` is a list of documents. Write `[Note!]!`, with the name of the type that refers to this one.")]
    [InlineData("notes: [Note]! @inverse(of: \"notebook\")", "5:10: An `@inverse` is a list of documents. Write `[Note!]!`, with the name of the type that refers to this one.")]
    [InlineData("notes: [Place!]! @inverse(of: \"notebook\")", "5:11: `Place` has no documents of its own. Write a type with `@collection`.")]
    [InlineData("notes: [Noet!]! @inverse(of: \"notebook\")", "5:11: There is no type `Noet`. Did you mean `Note`?")]
    [InlineData("notes: [Note!]! @inverse(of: \"hidden\")", "5:32: `hidden` is `@internal`, and its other side would tell of it. Remove the field, or `@internal` there.")]
    [InlineData("notes: [Note!]! @inverse(of: \"notebook\") @readOnly", "5:44: `@readOnly` says nothing of an `@inverse`, which stores nothing. Remove one of them.")]
    [InlineData("notes: [Note!]! @inverse", "5:19: `@inverse` lacks `of`. Write `@inverse(of: …)` with a string.")]
    [InlineData("notes: [Note!]! @inverse(of: \"notebook\") @paging(max: 0)", "5:57: The largest page is 0. Write a `max` from 1 to 1000.")]
    public void An_inverse_of_what_does_not_refer_back_is_refused(string field, params string[] errors) =>
        Mistakes.AreTold(Text("notebook: Notebook @reference  hidden: Notebook @reference @internal  title: String", field), errors);

    private static string Text(string noteFields, string notebookFields) =>
        $$"""
        type Note @collection(name: "notes") @owned {
          {{noteFields}}
        }
        type Notebook @collection(name: "notebooks") @owned { name: String!
          {{notebookFields}}
        }
        type Place { city: String }
        """;
}
