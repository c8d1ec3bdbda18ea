using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OwnedData.Schema.Access;
using OwnedData.Schema.Api;
using OwnedData.Schema.Model;

namespace OwnedData.Schema.Tests.Model;

public sealed class ModelLoaderTests
{
    private const string TenMistakes =
        """
        type Note @collection(name: "notes", id: GUID) @ownd {
          id: ID!
          title: Strnig!
          body: String @constraint(min: 3)
          tags: [String!]! @default(value: "a")
          at: DateTime @createdAt
        }
        type PageInfo { a: Int }
        interface Named { name: String! }
        type Place { here: Place!  city: String @stored(as: "$city") }
        """;

    private const string RecursiveTypes =
        """
        type Region @collection(name: "regions") @owned { inside: Tree  near: [Tree!]! @default(value: [{ left: null, place: { city: "Bern" } }]) }
        type Tree { left: Tree @default(value: { left: null })  right: Tree  all: [Tree!] @default(value: [])  place: Place @default(value: { city: "Thun" }) }
        """;

    private const string RuledTypes =
        """
        type Paper @collection(name: "papers", id: UUID) @owned @versioned @unique(fields: ["number"])
          @allow(on: [READ, UPDATE], where: { or: [{ readers: { some: { eq: "$sub" } } }, { department: { in: "$claim:departments" } }] }, message: "No.")
          @allow(on: [READ], where: { and: [{ until: { gt: "$now" } }, { reviews: { none: { by: { eq: "$grant:foe" } } } }] }, policy: "all:papers", roles: ["editor"])
          @restrict(where: { org: { eq: "$claim:org_id" } })
          @restrict(on: [UPDATE, DELETE], where: { place: { city: { neq: "Bern" } }, paperId: { nin: ["936da01f-9abd-4d9d-80c7-02af85c822a8"] } }) {
          number: Int! @index  readers: [ID!]! @default(value: []) @index  department: String @index  until: DateTime
          org: String! @internal  author: ID! @createdBy  score: Int @authorize(policy: "read:scores", on: [READ])
          reviews: [Review!]  place: Place  paper: Paper @reference  papers: [Paper!]! @inverse(of: "paper") @paging(max: 5)
        }
        type Review { by: ID!  stars: Int @authorize(roles: ["editor"]) }
        type Board @collection(name: "boards") @public(on: [READ]) @allow(on: [CREATE], roles: ["editor"]) { text: String! }
        """;

    [Fact]
    public void Ten_mistakes_are_told_at_once_in_the_order_of_the_text() => Mistakes.AreTold(
        TenMistakes,
        "1:6: `Note` has no access rule: a stored type is closed by default, so nobody could ever see it. Write `@owned` behind `@collection(…)`, or `@allow(…)`, or `@public`.",
        "1:42: `id` of `@collection` has the wrong type. Write one of OBJECT_ID, UUID, STRING, INT, LONG.",
        "1:48: `@ownd` is not a directive of the model. Did you mean `@owned`?",
        "2:3: `id` comes by itself from the document's `_id`. Remove it.",
        "3:10: There is no type `Strnig`. Did you mean `String`?",
        "4:33: `min` is about numbers, which this field doesn't hold. Remove it.",
        "5:36: The default is no list. Write it in brackets: `[…]`.",
        "6:7: `@createdAt` sets a time. Write the type `DateTime!`.",
        "8:6: `PageInfo` is the name of a type that the server makes. Name it otherwise.",
        "9:1: Interfaces are not supported in a model. Write a `type` with the fields of its own.",
        "10:20: `Place` would contain itself without end: Place → Place. Write `Place` without `!`, or a list.",
        "10:53: The name in the document starts with `$`, like an operator. Write another `@stored(as: …)`.");

    [Theory]
    [InlineData(
        "type Place { city: String }",
        """1:1: The model has no stored type, so there would be no API. Write `type Note @collection(name: "notes") @owned { title: String! }`, for a start.""")]
    public void A_model_without_a_stored_type_is_refused(string model, params string[] errors) =>
        Mistakes.AreTold(model, errors);

    [Theory]
    [InlineData(
        "type Note @collection(name: \"notes\" @owned { title: Strnig }\ntype",
        """1:37: Syntax Error: Expected Name, found "@". Correct what stands there.""")]
    [InlineData(
        "",
        "1:1: Syntax Error: Unexpected <EOF>. Correct what stands there.")]
    public void A_syntax_error_is_told_alone(string model, params string[] errors) =>
        Mistakes.AreTold(model, errors);

    [Theory]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\nenum Color",
        "2:6: `Color` has no values. Write at least one between `{` and `}`.")]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\nenum Color { RED RED }",
        "2:18: `Color` has the value `RED` twice. Remove one of them.")]
    [InlineData(
        "type Note @collection(name: \"notes\") @owned { title: String! }\nenum Color { __RED }",
        "2:14: `__RED` starts with two underscores, which GraphQL keeps for itself. Name it otherwise.")]
    public void An_enum_needs_values_each_once(string model, params string[] errors) =>
        Mistakes.AreTold(model, errors);

    [Fact]
    public void A_model_without_files_is_refused() => Assert.Equal(
        ["model.graphql:1:1: The model has no stored type, so there would be no API. Write `type Note @collection(name: \"notes\") @owned { title: String! }`, for a start."],
        ModelLoader.Load([]).Errors.Select(error => error.ToString()));

    [Fact]
    public void Mistakes_of_several_files_come_in_the_order_of_the_files()
    {
        var check = ModelLoader.Load(
        [
            new ModelSource("notes.graphql", "type Note @collection(name: \"notes\") @owned { at: Place!  to: Plaec }"u8.ToArray()),
            new ModelSource("places.graphql", "type Place { id: Int }\ntype Note { a: Int }"u8.ToArray()),
        ]);

        Assert.Equal(
            [
                "notes.graphql:1:63: There is no type `Plaec`. Did you mean `Place`?",
                "places.graphql:1:14: `id` comes by itself from the document's `_id`. Name it otherwise; an embedded object has no id.",
                "places.graphql:2:6: `Note` is declared already at notes.graphql:1:6. Name it otherwise, or remove one of them.",
            ],
            check.Errors.Select(error => error.ToString()));
    }

    [Fact]
    public void Of_very_many_mistakes_the_first_200_are_told()
    {
        var fields = string.Join('\n', Enumerable.Range(0, 300).Select(number => $"f{number}: Nothing"));

        var check = SampleModel.Check($"type Note @collection(name: \"notes\") @owned {{\n{fields}\n}}");

        Assert.Equal(Enumerable.Range(2, 200), check.Errors.Select(error => error.Line));
    }

    [Fact]
    public void A_model_of_too_many_types_is_refused_before_they_are_walked()
    {
        var types = string.Join('\n', Enumerable.Range(0, 20_000).Select(number => $"type T{number} {{ a: T{number + 1}! }}"));

        Mistakes.AreTold(
            $"type Note @collection(name: \"notes\") @owned {{ a: T0 }}\n{types}\ntype T20000 {{ a: Int }}",
            "1:1: The model has 20002 types. Write at most 1000.");
    }

    [Fact]
    public void A_type_is_read_whole()
    {
        var note = SampleModel.Load().StoredTypes[0];

        Assert.Equal(("Note", "A private note.", "notes", IdKind.ObjectId, "notes"), (note.Name, note.Description, note.Collection, note.IdKind, note.Plural));
        Assert.Equal(new Paging(20, 100), note.Paging);
        Assert.Equal(new OwnerRule("owner_id", ViewerValue.Subject), note.Access.Owner);
        Assert.Equal(
            ["read:notes Read", "write:notes Create, Update, Delete"],
            note.Access.Gates.Select(gate => $"{gate.Policy} {string.Join(", ", gate.On)}"));
        Assert.Equal(
            ["title: client, create, update", "body: client, create, update", "tags: client, create, update", "pinned: client, create, update",
             "status: client, create, update", "place: client, create, update", "notebook: client, create, update", "createdAt: createdAt", "updatedAt: updatedAt"],
            note.Fields.Select(Describe));
    }

    [Fact]
    public void Stored_names_and_writers_are_read()
    {
        var contact = SampleModel.Load().FindStoredType("Contact")!;

        Assert.Equal(IdKind.Uuid, contact.IdKind);
        Assert.Equal(["external_key"], contact.Fields.Where(field => field.StoredName != field.Name).Select(field => field.StoredName));
        Assert.Equal(
            ["number: client, create", "verified: client"],
            contact.Fields.Where(field => field is { Source: FieldSource.Client, IsInUpdateInput: false }).Select(Describe));
    }

    [Theory]
    [InlineData("@owned", "owner_id", null)]
    [InlineData("@owned(field: \"user\")", "user", null)]
    [InlineData("@owned(by: \"$claim:https://example.com/a.b\")", "owner_id", "https://example.com/a.b")]
    public void The_owner_is_a_field_and_a_value_of_the_viewer(string directive, string field, string? claim)
    {
        var type = SampleModel.Loaded(Models.WithTypeHead($"@collection(name: \"notes\") {directive}")).StoredTypes[0];

        Assert.Equal(new OwnerRule(field, claim is null ? ViewerValue.Subject : new ViewerValue(ViewerSource.Claim, claim)), type.Access.Owner);
    }

    [Fact]
    public void A_gate_without_operations_guards_all_of_them()
    {
        var gate = SampleModel.Loaded(Models.WithTypeHead("@collection(name: \"notes\") @owned @authorize(roles: [\"a\", \"b\"])")).StoredTypes[0].Access.Gates.Single();

        Assert.Null(gate.Policy);
        Assert.Equal("a, b", string.Join(", ", gate.Roles));
        Assert.Equal("Create, Read, Update, Delete", string.Join(", ", gate.On));
    }

    [Theory]
    [InlineData("", 10, 50)]
    [InlineData("@paging(max: 5)", 5, 5)]
    [InlineData("@paging(default: 80)", 80, 80)]
    [InlineData("@paging(default: 1, max: 1000)", 1, 1000)]
    public void A_page_has_a_size_and_a_greatest_size(string directive, int size, int max)
    {
        var type = SampleModel.Loaded(Models.WithTypeHead($"@collection(name: \"notes\") @owned {directive}")).StoredTypes[0];

        Assert.Equal(new Paging(size, max), type.Paging);
    }

    [Theory]
    [InlineData("type Place { parent: Place }")]
    [InlineData("type Place { children: [Place!]! }")]
    [InlineData("type Place { near: Region! }\ntype Region { place: Place }")]
    public void An_object_may_contain_itself_through_null_or_a_list(string types) =>
        ApiBuilder.Build(SampleModel.Loaded($"type Note @collection(name: \"notes\") @owned {{ place: Place! }}\n{types}"));

    /// <summary>Whatever is cut out of a model, doubled or put into it: the loader answers, and a model it takes has a schema.</summary>
    [Fact]
    public void Any_text_is_a_model_or_has_an_error() => Prop.ForAll(
        MutatedModels(),
        text =>
        {
            var check = SampleModel.Check(text);
            Assert.Equal(check.Model is null, check.Errors.Length > 0);
            if (check.Model is { } model)
            {
                ApiBuilder.Build(model);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    private static Arbitrary<string> MutatedModels()
    {
        var tokens = Tokens(SampleModel.Text + RecursiveTypes + RuledTypes);
        var vocabulary = tokens.Distinct().Concat(["null", "-1", "1.5", "\"\"", "\"$sub\"", "\"_id\"", "PlaceInput", "Node", "[", "]", "!", "@allow", "\"$now\"", "\"$claim:a\"", "{", "}", "extend"]).ToArray();
        var mutation =
            from kind in Gen.Choose(0, 3)
            from at in Gen.Choose(0, tokens.Count - 1)
            from other in Gen.Choose(0, tokens.Count - 1)
            from word in Gen.Elements(vocabulary)
            select (kind, at, other, word);
        return mutation.NonEmptyListOf().Select(mutations => string.Join(' ', mutations.Take(5).Aggregate(tokens, Mutate))).ToArbitrary();
    }

    private static List<string> Mutate(List<string> tokens, (int Kind, int At, int Other, string Word) mutation)
    {
        var result = new List<string>(tokens);
        var at = Math.Min(mutation.At, result.Count - 1);
        var other = Math.Min(mutation.Other, result.Count - 1);
        switch (mutation.Kind)
        {
            case 0:
                result[at] = mutation.Word;
                break;
            case 1:
                result.RemoveAt(at);
                break;
            case 2:
                result.Insert(at, mutation.Word);
                break;
            default:
                (result[at], result[other]) = (result[other], result[at]);
                break;
        }

        return result;
    }

    /// <summary>Names, numbers, strings and punctuators, without comments.</summary>
    private static List<string> Tokens(string text) =>
    [
        .. System.Text.RegularExpressions.Regex.Matches(text, "#.*|\"[^\"\n]*\"|[@\\w.-]+|[^\\s,]")
            .Select(match => match.Value)
            .Where(token => token[0] != '#'),
    ];

    private static string Describe(ModelField field)
    {
        var source = new StringBuilder($"{field.Name}: {char.ToLowerInvariant(field.Source.ToString()[0])}{field.Source.ToString()[1..]}");
        return source.Append(field.IsInCreateInput ? ", create" : "").Append(field.IsInUpdateInput ? ", update" : "").ToString();
    }
}
