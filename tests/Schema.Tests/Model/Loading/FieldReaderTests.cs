using OwnedData.Schema.Model;

namespace OwnedData.Schema.Tests.Model.Loading;

public sealed class FieldReaderTests
{
    [Theory]
    [InlineData(
        "id: ID!",
        "2:3: `id` comes by itself from the document's `_id`. Remove it.")]
    [InlineData(
        "and: String",
        """2:3: `and` joins conditions in a filter and can't be a field. Name it otherwise, and write `@stored(as: "and")` to keep it in the documents.""")]
    [InlineData(
        "or: String",
        """2:3: `or` joins conditions in a filter and can't be a field. Name it otherwise, and write `@stored(as: "or")` to keep it in the documents.""")]
    [InlineData(
        "__a: String",
        "2:3: `__a` starts with two underscores, which GraphQL keeps for itself. Name it otherwise.")]
    public void A_field_name_that_the_api_needs_is_refused(string field, params string[] errors) =>
        Mistakes.AreTold(Models.WithField(field), errors);

    [Theory]
    [InlineData(
        "id: ID!",
        "3:3: `id` comes by itself from the document's `_id`. Name it otherwise; an embedded object has no id.")]
    public void An_embedded_object_has_no_id(string field, params string[] errors) =>
        Mistakes.AreTold(Models.WithEmbeddedField(field), errors);

    [Theory]
    [InlineData(
        "title: String!  title: Int",
        "2:19: `Note` has the field `title` twice. Name it otherwise, or remove one of them.")]
    public void A_field_declared_twice_is_refused(string field, params string[] errors) =>
        Mistakes.AreTold(Models.WithField(field), errors);

    [Theory]
    [InlineData(
        "title(language: String): String!",
        "2:9: Fields of a model take no arguments. Remove them; lists get `where`, `order` and paging by themselves.")]
    public void A_field_with_arguments_is_refused(string field, params string[] errors) =>
        Mistakes.AreTold(Models.WithField(field), errors);

    [Theory]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned\ntype Place",
        "1:6: `Note` has no fields. Write at least one between `{` and `}`.",
        "2:6: `Place` has no fields. Write at least one between `{` and `}`.")]
    public void A_type_without_fields_is_refused(string model, params string[] errors) =>
        Mistakes.AreTold(model, errors);

    [Theory]
    [InlineData(
        """title: String! @stored(as: "")""",
        "2:30: The name in the document is empty. Write another `@stored(as: …)`.")]
    [InlineData(
        """title: String! @stored(as: "_id")""",
        "2:30: The name in the document is the document's id. Write another `@stored(as: …)`.")]
    [InlineData(
        """title: String! @stored(as: "$set")""",
        "2:30: The name in the document starts with `$`, like an operator. Write another `@stored(as: …)`.")]
    [InlineData(
        """title: String! @stored(as: "a.b")""",
        "2:30: The name in the document contains a dot, like a path. Write another `@stored(as: …)`.")]
    [InlineData(
        """title: String! @stored(as: "a\u0000b")""",
        "2:30: The name in the document contains a NUL character. Write another `@stored(as: …)`.")]
    [InlineData(
        """title: String! @stored(as: "owner_id")""",
        "2:30: `owner_id` holds the owner of the document, which only the server writes. Store the field under another name, or write `@owned(field: …)`.")]
    [InlineData(
        "owner_id: String",
        "2:3: `owner_id` holds the owner of the document, which only the server writes. Store the field under another name, or write `@owned(field: …)`.")]
    [InlineData(
        """title: String!  name: String @stored(as: "title")""",
        "2:44: `title` is stored as `title` already. Write another `@stored(as: …)`.")]
    [InlineData(
        """name: String @stored(as: "title")  title: String!""",
        "2:38: `name` is stored as `title` already. Write another `@stored(as: …)`.")]
    public void A_stored_name_that_cannot_be_one_is_refused(string field, params string[] errors) =>
        Mistakes.AreTold(Models.WithField(field), errors);

    [Theory]
    [InlineData(
        """city: String  town: String @stored(as: "city")""",
        "3:42: `city` is stored as `city` already. Write another `@stored(as: …)`.")]
    public void A_stored_name_of_an_embedded_field_must_be_its_own_too(string field, params string[] errors) =>
        Mistakes.AreTold(Models.WithEmbeddedField(field), errors);

    [Theory]
    [InlineData(
        "at: DateTime @createdAt",
        "2:7: `@createdAt` sets a time. Write the type `DateTime!`.")]
    [InlineData(
        "at: String! @updatedAt",
        "2:7: `@updatedAt` sets a time. Write the type `DateTime!`.")]
    [InlineData(
        "at: [DateTime!]! @createdAt",
        "2:7: `@createdAt` sets a time. Write the type `DateTime!`.")]
    public void A_time_that_the_server_sets_is_a_DateTime(string field, params string[] errors) =>
        Mistakes.AreTold(Models.WithField(field), errors);

    [Theory]
    [InlineData(
        "at: DateTime! @createdAt @updatedAt",
        "2:28: `@updatedAt` says nothing where `@createdAt` sets the value. Remove one of them.")]
    [InlineData(
        "at: DateTime! @createdAt @readOnly",
        "2:28: `@readOnly` says nothing where `@createdAt` sets the value. Remove one of them.")]
    [InlineData(
        "at: DateTime! @updatedAt @writeOnce",
        "2:28: `@writeOnce` says nothing where `@updatedAt` sets the value. Remove one of them.")]
    [InlineData(
        """at: DateTime! @createdAt @default(value: "2025-01-01T00:00:00Z")""",
        "2:28: `@default` says nothing where `@createdAt` sets the value. Remove one of them.")]
    public void What_the_server_sets_takes_no_other_writer(string field, params string[] errors) =>
        Mistakes.AreTold(Models.WithField(field), errors);

    [Theory]
    [InlineData(
        "title: String! @readOnly",
        "2:18: Nobody gives `title` a value: it is required, `@readOnly` and has no default. Write `@default(value: …)`, or make it nullable by removing the `!`.")]
    [InlineData(
        "title: String @readOnly @writeOnce",
        "2:27: `@writeOnce` lets a client write what `@readOnly` does not. Remove one of them.")]
    public void A_required_field_that_nobody_writes_is_refused(string field, params string[] errors) =>
        Mistakes.AreTold(Models.WithField(field), errors);

    [Theory]
    [InlineData("@owned", "can: Boolean", "2:3: `can` says in the API what the caller may do with a document. Name it otherwise, and write `@stored(as: \"can\")` to keep it in the documents.")]
    [InlineData("@owned @versioned", "version: Int", "2:3: `version` comes by itself from `@versioned`. Remove it, or `@versioned`.")]
    [InlineData("@owned @versioned", "ifVersion: Int", "2:3: `ifVersion` says in inputs which version is meant. Name it otherwise.")]
    [InlineData("@owned @versioned", "edition: Int @stored(as: \"version\")", "2:28: `@versioned` keeps the version in `version`. Store the field under another name.")]
    public void A_name_that_the_server_uses_is_refused(string directives, string field, string error) =>
        Mistakes.AreTold($"type Note @collection(name: \"notes\") {directives} {{\n  {field}\n}}", error);

    [Fact]
    public void A_version_comes_by_itself()
    {
        var type = SampleModel.Loaded(Models.WithTypeHead("@collection(name: \"notes\") @owned @versioned")).StoredTypes[0];

        Assert.True(type.IsVersioned);
        Assert.Equal(
            [("title", FieldSource.Client), ("version", FieldSource.Version)],
            type.Fields.Select(field => (field.Name, field.Source)));
    }

    [Theory]
    [InlineData("author: ID @createdBy", "2:11: `@createdBy` sets the caller's `sub`. Write the type `String!` or `ID!`.")]
    [InlineData("author: UUID! @createdBy", "2:11: `@createdBy` sets the caller's `sub`. Write the type `String!` or `ID!`.")]
    [InlineData("author: ID! @createdBy @default(value: \"a\")", "2:26: `@default` says nothing where `@createdBy` sets the value. Remove one of them.")]
    [InlineData("title: String! @internal", "2:18: Nobody gives `title` a value: it is required, `@internal` and has no default. Write `@default(value: …)`, or make it nullable by removing the `!`.")]
    [InlineData("title: String @internal @readOnly", "2:27: `@readOnly` says nothing beside `@internal`, which no client sees. Remove one of them.")]
    [InlineData("title: String @internal @writeOnce", "2:27: `@writeOnce` lets a client write what `@internal` does not. Remove one of them.")]
    [InlineData("score: Int! @authorize", "2:10: `score` is null for those whom its `@authorize` stops, and its type allows no null. Make it nullable by removing the `!`, or guard only CREATE and UPDATE.")]
    [InlineData("score: Int @authorize(on: [DELETE])", "2:29: `on` of `@authorize` has the wrong type. Write a list of CREATE, READ, UPDATE.")]
    [InlineData("score: Int @authorize(policy: \"\")", "2:33: `policy` of `@authorize` is empty. Write a scope such as `\"read:notes\"`, or remove the argument.")]
    public void A_field_that_the_server_keeps_or_guards_has_a_fitting_type(string field, params string[] errors) =>
        Mistakes.AreTold(Models.WithField(field), errors);

    [Fact]
    public void A_field_of_an_embedded_object_can_be_guarded_too()
    {
        Mistakes.AreTold(
            Models.WithEmbeddedField("city: String! @authorize(on: [READ])"),
            "3:9: `city` is null for those whom its `@authorize` stops, and its type allows no null. Make it nullable by removing the `!`, or guard only CREATE and UPDATE.");

        var gate = SampleModel.Loaded(Models.WithEmbeddedField("city: String @authorize(policy: \"p\")")).EmbeddedTypes[0].Fields[0].Gates.Single();
        Assert.Equal(("p", "Create, Read, Update"), (gate.Policy, string.Join(", ", gate.On)));
    }

    [Fact]
    public void What_the_server_keeps_is_in_no_input()
    {
        var type = SampleModel.Loaded(Models.WithField("author: ID! @createdBy  secret: Int @internal")).StoredTypes[0];

        Assert.Equal(
            [("author", FieldSource.CreatedBy, false, false, false), ("secret", FieldSource.Client, true, false, false)],
            type.Fields.Select(field => (field.Name, field.Source, field.IsInternal, field.IsInCreateInput, field.IsInUpdateInput)));
    }
}
