using OwnedData.GraphQL.Language;
using OwnedData.Schema.Api;
using OwnedData.Tests;

namespace OwnedData.Schema.Tests.Api;

public sealed class ApiBuilderTests
{
    [Fact]
    public void The_sample_model_publishes_its_api()
    {
        var model = SampleModel.Load();

        var api = ApiBuilder.Build(model);

        Snapshot.Match(Printer.Print(ApiBuilder.Describe(model)));
        Assert.Equal(
            [
                ("announcement", typeof(DocumentField)), ("announcements", typeof(ConnectionField)), ("contact", typeof(DocumentField)), ("contacts", typeof(ConnectionField)),
                ("document", typeof(DocumentField)), ("documents", typeof(ConnectionField)), ("message", typeof(DocumentField)), ("messages", typeof(ConnectionField)),
                ("node", typeof(NodeField)), ("nodes", typeof(NodesField)), ("note", typeof(DocumentField)), ("notebook", typeof(DocumentField)),
                ("notebooks", typeof(ConnectionField)), ("notes", typeof(ConnectionField)), ("people", typeof(ConnectionField)), ("person", typeof(DocumentField)),
                ("viewer", typeof(ViewerField)),
            ],
            api.QueryFields.Select(field => (field.Key, field.Value.GetType())).Order(Comparer<(string, Type)>.Create((left, right) => string.CompareOrdinal(left.Item1, right.Item1))));
    }

    [Fact]
    public void Fields_of_every_shape_are_published() => Snapshot.Match(Printer.Print(ApiBuilder.Describe(SampleModel.Loaded(
        """
        type Thing @collection(name: "things") @owned
          @authorize
          @authorize(roles: ["admin", "editor"], on: [READ, UPDATE]) {
          grid: [[Int!]]
          colors: [Color!]!
          places: [Place!]!
          extras: [JSON]
          color: Color @default(value: RED)
          bare: Bare
          seen: Boolean! @default(value: false) @readOnly
          code: String! @writeOnce @unique
        }
        type Place { city: String!  near: [Place!]  inside: Place  tags: [String!] }
        "Nothing in it has an order."
        type Bare { tags: [String!]  extra: JSON  bytes: ByteArray }
        enum Color { RED GREEN }
        """))));

    [Fact]
    public void References_versions_and_rules_are_published() => Snapshot.Match(Printer.Print(ApiBuilder.Describe(SampleModel.Loaded(
        """
        type Note @collection(name: "notes") @owned @versioned
          @allow(on: [READ], where: { readers: { some: { eq: "$sub" } } })
          @restrict(where: { tenant: { eq: "$claim:org_id" }, region: { eq: "$claim:region" } }) {
          title: String! @unique
          readers: [ID!]! @default(value: [])
          notebook: Notebook @reference
          score: Int @authorize(policy: "read:scores", on: [READ]) @authorize(roles: ["judge"], on: [UPDATE])
          tenant: String! @internal
          region: String!
          author: ID! @createdBy
        }
        type Notebook @collection(name: "notebooks") @public @allow(on: [UPDATE], roles: ["editor"]) {
          name: String!
          parent: Notebook @reference @readOnly
          "What stands in it."
          notes: [Note!]! @inverse(of: "notebook") @paging(default: 3, max: 7)
        }
        """))));

    [Fact]
    public void A_model_that_nobody_can_write_has_no_mutations()
    {
        var api = ApiBuilder.Build(SampleModel.Loaded("type Page @collection(name: \"pages\") @public { text: String! }"));

        Assert.Null(api.Schema.MutationType);
        Assert.Empty(api.MutationFields);
    }

    [Theory]
    [InlineData("@owned", "", "ValidationError", "NoteNotFoundError, ValidationError", "NoteNotFoundError")]
    [InlineData("@owned(by: \"$claim:a\")", "", "NotAllowedError, ValidationError", "NoteNotFoundError, ValidationError", "NoteNotFoundError")]
    [InlineData("@owned @restrict(on: [READ], where: { title: { eq: \"a\" } })", "", "ValidationError", "NoteNotFoundError, ValidationError", "NoteNotFoundError")]
    [InlineData("@owned @restrict(on: [UPDATE], where: { title: { eq: \"a\" } })", "", "ValidationError", "NotAllowedError, NoteNotFoundError, ValidationError", "NoteNotFoundError")]
    [InlineData("@owned @allow(policy: \"p\")", "", "ValidationError", "NotAllowedError, NoteNotFoundError, ValidationError", "NotAllowedError, NoteNotFoundError")]
    [InlineData("@allow(on: [CREATE, READ], policy: \"p\")", "", "NotAllowedError, ValidationError", null, null)]
    [InlineData("@owned @versioned", "", "ValidationError", "NoteNotFoundError, ValidationError, VersionConflictError", "NoteNotFoundError, VersionConflictError")]
    [InlineData("@owned", "@reference", "ReferenceNotFoundError, ValidationError", "NoteNotFoundError, ReferenceNotFoundError, ValidationError", "NoteNotFoundError")]
    [InlineData("@owned", "@reference @writeOnce", "ReferenceNotFoundError, ValidationError", "NoteNotFoundError, ValidationError", "NoteNotFoundError")]
    [InlineData("@owned", "@reference @readOnly", "ValidationError", "NoteNotFoundError, ValidationError", "NoteNotFoundError")]
    public void A_payload_has_the_errors_that_can_occur(string rules, string reference, string? create, string? update, string? delete)
    {
        var other = reference.Length > 0 ? $"other: Note {reference}" : "";

        var schema = ApiBuilder.Build(SampleModel.Loaded($"type Note @collection(name: \"notes\") {rules} {{ title: String!  {other} }}")).Schema;

        Assert.Equal([create, update, delete], new[] { "Create", "Update", "Delete" }.Select(verb => Members(verb + "NoteError")));
        string? Members(string union) => schema.TryGetType(union, out var type)
            ? string.Join(", ", ((GraphQL.Types.UnionType)type).Types.Select(member => member.Name).Order(StringComparer.Ordinal))
            : null;
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("LONG")]
    public void A_type_whose_ids_are_numbers_of_another_system_has_no_create(string id)
    {
        var api = ApiBuilder.Build(SampleModel.Loaded(Model.Models.WithTypeHead($"@collection(name: \"notes\", id: {id}) @owned")));

        Assert.Equal(["deleteNote", "updateNote"], api.MutationFields.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_type_that_clients_cannot_write_can_only_be_deleted()
    {
        var api = ApiBuilder.Build(SampleModel.Loaded("type Log @collection(name: \"logs\") @owned { text: String @readOnly }"));

        Assert.Equal("deleteLog", string.Join(", ", api.MutationFields.Keys));
    }

    [Fact]
    public void Every_root_field_of_the_schema_has_its_meaning()
    {
        var api = ApiBuilder.Build(SampleModel.Load());

        Assert.Equal(api.Schema.QueryType.Fields.Select(field => field.Name).Order(StringComparer.Ordinal), api.QueryFields.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(api.Schema.MutationType!.Fields.Select(field => field.Name).Order(StringComparer.Ordinal), api.MutationFields.Keys.Order(StringComparer.Ordinal));
    }
}
