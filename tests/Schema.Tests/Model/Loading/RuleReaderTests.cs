using OwnedData.Schema.Model;

namespace OwnedData.Schema.Tests.Model.Loading;

public sealed class RuleReaderTests
{
    [Fact]
    public void No_rule_stands_on_a_version() => Mistakes.AreTold(
        "type Note @collection(name: \"notes\") @owned @versioned @restrict(where: { version: { gt: 1 } }) { title: String! }",
        "1:75: `version` changes with every update, so no rule can stand on it. Remove the condition, or keep what it needs in a field of its own.");

    [Fact]
    public void Rules_are_read_with_the_owner_first_and_then_as_written()
    {
        var access = Load(
            """
            @allow(on: [UPDATE, READ, READ], where: { title: { eq: "a" } }, policy: "p", roles: ["x", "y"], message: "No.")
            @public
            @owned(field: "user")
            @allow(where: { user: { in: ["$sub", "b"] } })
            """).Access;

        Assert.Equal(
            [
                "Create|Read|Update|Delete, user eq $sub",
                "Update|Read, policy p, roles x|y, title eq String a, \"No.\"",
                "Read, public",
                "Read, user in [$sub, String b]",
            ],
            access.Allows.Select(RuleText.Of));
        Assert.True(access.IsPublic);
    }

    [Fact]
    public void Restricts_are_about_all_operations_unless_they_say()
    {
        var access = Load("""@owned @restrict(where: { title: { eq: "a" } }) @restrict(on: [READ], where: { title: { neq: "b" } }, message: "No.")""").Access;

        Assert.Equal(
            ["Create|Read|Update|Delete, title eq String a", "Read, title neq String b, \"No.\""],
            access.Restricts.Select(RuleText.Of));
    }

    [Fact]
    public void A_rule_knows_where_it_was_written()
    {
        var access = Load("@owned\n@authorize(on: [READ])\n@allow(message: \"\"\"\n  a\n  b\n\"\"\",\n policy: \"p\")\n@restrict(where: { title: { eq: \"a\" } })").Access;

        Assert.Equal("model.graphql:2 @authorize(on: [READ])", access.Gates.Single().Origin.ToString());
        Assert.Equal(
            ["model.graphql:1 @owned", "model.graphql:3 @allow(message: \"\"\" a b \"\"\", policy: \"p\")"],
            access.Allows.Select(rule => rule.Origin.ToString()));
        Assert.Equal("model.graphql:8 @restrict(where: {title: {eq: \"a\"}})", access.Restricts.Single().Origin.ToString());
    }

    [Theory]
    [InlineData("""@restrict(where: { title: { eq: "$claim:org" } })""", "title $claim:org")]
    [InlineData("""@restrict(where: { and: [{ title: { eq: "a" } }, { count: { eq: 1 }, place: { city: { eq: "b" } } }] })""", "title String a, count_ Int32 1")]
    [InlineData("""@restrict(on: [CREATE], where: { title: { eq: "a" } }) @restrict(where: { title: { eq: "$sub" } })""", "title String a")]
    [InlineData("""@restrict(where: { author: { eq: "$sub" }, place: { city: { eq: "a" } } })""", "")]
    [InlineData("""@restrict(on: [READ, UPDATE, DELETE], where: { title: { eq: "a" } })""", "")]
    [InlineData("""@restrict(where: { or: [{ title: { eq: "a" } }, { title: { eq: "b" } }] })""", "")]
    [InlineData("""@restrict(where: { title: { in: "$claim:org" }, count: { gte: 1 } })""", "")]
    [InlineData("""@restrict(where: { count: { eq: null }, owner_id: { eq: "$sub" }, id: { eq: "0123456789abcdef01234567" } })""", "")]
    public void Equalities_that_a_create_must_hold_to_are_stamps(string directives, string stamps) => Assert.Equal(
        stamps,
        string.Join(", ", Load("@owned " + directives).Access.Stamps.Select(stamp => $"{stamp.Path.Stored} {RuleText.Of(stamp.Operand)}")));

    [Theory]
    [InlineData("@allow", "1:38: This `@allow` says nothing about whom or what it lets in. Write `where`, `policy` or `roles`; `@public` lets everybody read.")]
    [InlineData("@allow(roles: [])", "1:52: `roles` of `@allow` is an empty list. Write what it is about, or remove the argument.")]
    [InlineData("""@allow(policy: "")""", """1:53: `policy` of `@allow` is empty. Write a scope such as `"read:notes"`, or remove the argument.""")]
    [InlineData("""@allow(policy: "p", message: " ")""", "1:67: The message is empty. Write a sentence for whom the rule stops, or remove the argument.")]
    [InlineData("""@allow(on: [], policy: "p")""", "1:49: `on` of `@allow` is an empty list. Write what it is about, or remove the argument.")]
    [InlineData("@allow(where: {})", "1:52: An empty condition says nothing. Write it in braces, such as `{ title: { eq: \"x\" } }`.")]
    [InlineData("@allow(where: 1)", "1:52: `where` of `@allow` has the wrong type. Write a condition in braces, such as `{ title: { eq: \"x\" } }`.", "1:38: This `@allow` says nothing about whom or what it lets in. Write `where`, `policy` or `roles`; `@public` lets everybody read.")]
    [InlineData("@owned @restrict", "1:45: `@restrict` lacks `where`. Write `@restrict(where: …)` with a condition in braces, such as `{ title: { eq: \"x\" } }`.")]
    [InlineData("""@owned @restrict(on: [], where: { title: { eq: "a" } })""", "1:59: `on` of `@restrict` is an empty list. Write what it is about, or remove the argument.")]
    [InlineData("@public(on: [])", "1:50: `on` of `@public` is an empty list. Write what it is about, or remove the argument.")]
    [InlineData("""@allow(on: [CREATE], policy: "p")""", "1:6: No rule lets anybody read `Note`. Write READ into the `on` of an `@allow`.")]
    public void A_rule_that_says_nothing_is_refused(string directives, params string[] errors) =>
        Mistakes.AreTold(Text(directives), [.. errors.Order(StringComparer.Ordinal)]);

    [Theory]
    [InlineData("""{ title: { eq: "a" }, and: [{ title: { eq: "b" } }] }""", true)]
    [InlineData("""{ title: { eq: "a" }, and: [{ title: { in: ["b", "c"] } }] }""", true)]
    [InlineData("""{ count: { eq: 1 }, and: [{ count: { eq: null } }] }""", true)]
    [InlineData("""{ or: [{ title: { eq: "a" }, and: [{ title: { eq: "b" } }] }, { place: { city: { eq: "a" }, and: [{ city: { eq: "b" } }] } }] }""", true)]
    [InlineData("""{ title: { eq: "a" }, and: [{ title: { in: ["a", "c"] } }], count: { eq: 1 } }""", false)]
    [InlineData("""{ title: { eq: "a" }, and: [{ title: { eq: "$sub" } }] }""", false)]
    [InlineData("""{ or: [{ title: { eq: "a" } }, { title: { eq: "b" } }] }""", false)]
    public void A_condition_that_no_document_meets_is_refused(string where, bool isContradiction) => Assert.Equal(
        isContradiction
            ? ["This `@allow` can never hold: no document has all of these values at once.", "This `@restrict` can never hold: no document has all of these values at once."]
            : [],
        SampleModel.Check(Text($"@owned @allow(where: {where}) @restrict(where: {where})")).Errors.Select(error => error.Message));

    [Theory]
    [InlineData("@public @authorize", "1:38: `@public` lets in everybody, and `@authorize` keeps out again whoever has no token. Remove one of them, or write `on` without READ at `@authorize`.")]
    [InlineData("@authorize(policy: \"p\", on: [READ]) @public", "1:74: `@public` lets in everybody, and `@authorize` keeps out again whoever has no token. Remove one of them, or write `on` without READ at `@authorize`.")]
    public void A_public_type_behind_a_gate_is_refused(string directives, string error) =>
        Mistakes.AreTold($$"""type Note @collection(name: "notes") {{directives}} { title: String! }""", error);

    private static string Text(string directives) =>
        $$"""
        type Note @collection(name: "notes") {{directives}} { title: String!  count: Int @stored(as: "count_")  place: Place  author: ID! @createdBy }
        type Place { city: String! }
        """;

    private static StoredType Load(string directives) => SampleModel.Loaded(Text(directives)).StoredTypes[0];
}
