using OwnedData.Bson;
using OwnedData.Execution.Access.Rules;
using OwnedData.Execution.Access;
using OwnedData.Execution.Tests.Support;
using OwnedData.Schema.Access;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Tests.Access.Rules;

/// <summary>"A value that is missing, null, empty or of another type than the field makes its comparison never match (also under `neq`, `nin` and negation)."</summary>
public sealed class ViewerValueTests
{
    private static readonly string[] s_single = ["eq", "neq", "gt", "gte", "lt", "lte", "ngt", "ngte", "nlt", "nlte", "contains", "startsWith", "endsWith", "ncontains", "nstartsWith", "nendsWith"];
    private static readonly string[] s_list = ["in", "nin"];

    /// <summary>What a text field's claim must not be, whatever is asked.</summary>
    public static TheoryData<string, string> Defects()
    {
        var data = new TheoryData<string, string>();
        foreach (var operation in s_single.Concat(s_list))
        {
            foreach (var claims in (string[])["{}", """{"c":null}""", """{"c":""}""", """{"c":5}""", """{"c":true}""", """{"c":{}}""", """{"c":[]}""", """{"c":[null]}""", """{"c":["a",""]}""", """{"c":[["a"]]}""", """{"C":"a"}"""])
            {
                data.Add(operation, claims);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Defects))]
    public void A_value_that_is_missing_null_empty_or_of_another_type_never_matches_under_any_operation(string operation, string claims)
    {
        AssertNever(new Comparison(Text("text"), operation, Claim()), claims);
    }

    [Theory]
    [MemberData(nameof(Defects))]
    public void In_a_quantifier_it_makes_the_whole_quantifier_match_nothing(string operation, string claims)
    {
        var list = new RulePath("texts", "texts", new ListFieldType(new ScalarFieldType(ScalarKind.String, true), true));
        foreach (var quantifier in (string[])["some", "none", "all"])
        {
            AssertNever(new ElementCondition(list, quantifier, new Comparison(Text(""), operation, Claim())), claims);
        }

        var comparison = new Comparison(Text(""), operation, Claim());
        AssertNever(new ElementCondition(list, "none", new AnyOf([comparison, new Comparison(Text(""), "eq", new LiteralOperand("zz"))])), claims);
        AssertNever(new ElementCondition(list, "all", new AnyOf([comparison, new Comparison(Text(""), "eq", new LiteralOperand("zz"))])), claims);
    }

    [Theory]
    [MemberData(nameof(Defects))]
    public void In_or_it_leaves_the_other_alternatives_as_they_are(string operation, string claims)
    {
        var condition = RuleCompiler.Compile(new AnyOf([new Comparison(Text("text"), operation, Claim()), new Comparison(Text("text"), "eq", new LiteralOperand("x"))]));

        Assert.Equal("""{"$and": [{"text": "x"}]}""", Predicate(condition, ContextOf(claims)));
        Assert.True(condition.Matches(BsonDocument.Parse("""{ "text": "x" }""").Span, ContextOf(claims)));
        Assert.False(condition.Matches(BsonDocument.Parse("""{ "text": "y" }""").Span, ContextOf(claims)));
    }

    [Fact]
    public void A_list_claim_never_matches_where_one_value_is_compared()
    {
        foreach (var operation in s_single)
        {
            AssertNever(new Comparison(Text("text"), operation, Claim()), """{"c":["a"]}""");
        }
    }

    [Theory]
    [InlineData("""{"c":"a"}""", """{"$and": [{"text": {"$in": ["a"]}}]}""")]
    [InlineData("""{"c":["a","b"]}""", """{"$and": [{"text": {"$in": ["a", "b"]}}]}""")]
    public void Under_in_a_single_value_is_the_shortest_list(string claims, string predicate)
    {
        Assert.Equal(predicate, Predicate(RuleCompiler.Compile(new Comparison(Text("text"), "in", Claim())), ContextOf(claims)));
    }

    [Theory]
    [InlineData(1000, true)]
    [InlineData(1001, false)]
    public void A_list_of_more_than_a_thousand_never_matches(int count, bool matches)
    {
        var context = ContextOf($$"""{"c":[{{string.Join(',', Enumerable.Repeat("\"a\"", count))}}]}""");

        foreach (var operation in s_list)
        {
            Assert.Equal(matches ? Truth.Open : Truth.False, RuleCompiler.Compile(new Comparison(Text("text"), operation, Claim())).Decide(context, default));
        }
    }

    [Theory]
    [InlineData(4096, true)]
    [InlineData(4097, false)]
    public void A_text_too_long_for_a_pattern_never_matches(int length, bool matches)
    {
        var context = ContextOf($$"""{"c":"{{new string('.', length)}}"}""");

        foreach (var operation in (string[])["contains", "nstartsWith"])
        {
            Assert.Equal(matches ? Truth.Open : Truth.False, RuleCompiler.Compile(new Comparison(Text("text"), operation, Claim())).Decide(context, default));
        }
    }

    [Theory]
    [InlineData(ScalarKind.Int, """{"$numberDouble":"1.5"}""", true)]
    [InlineData(ScalarKind.Decimal, "5", true)]
    [InlineData(ScalarKind.Float, """{"$numberDouble":"NaN"}""", false)]
    [InlineData(ScalarKind.Long, """{"$numberDecimal":"NaN"}""", false)]
    [InlineData(ScalarKind.Int, "\"5\"", false)]
    [InlineData(ScalarKind.Boolean, "false", true)]
    [InlineData(ScalarKind.Boolean, "0", false)]
    [InlineData(ScalarKind.UUID, "\"00000000-0000-4000-8000-000000000001\"", true)]
    [InlineData(ScalarKind.UUID, """{"$uuid":"00000000-0000-4000-8000-000000000001"}""", true)]
    [InlineData(ScalarKind.UUID, "\"00000000-0000-4000-8000-000000000001 \"", false)]
    [InlineData(ScalarKind.UUID, """{"$binary":{"base64":"AAAAAAAAAAAAAAAAAAAAAA==","subType":"03"}}""", false)]
    [InlineData(ScalarKind.DateTime, """{"$date":{"$numberLong":"0"}}""", true)]
    [InlineData(ScalarKind.DateTime, "\"2026-01-31T12:00:00Z\"", false)]
    [InlineData(ScalarKind.LocalDate, """{"$date":{"$numberLong":"0"}}""", true)]
    [InlineData(ScalarKind.URL, "\"https://a.example/\"", true)]
    [InlineData(ScalarKind.ByteArray, """{"$binary":{"base64":"AQID","subType":"00"}}""", false)]
    [InlineData(ScalarKind.JSON, "\"a\"", false)]
    public void A_value_fits_by_the_type_that_the_field_is_stored_as(ScalarKind kind, string value, bool fits)
    {
        AssertFit(new ScalarFieldType(kind, IsNullable: true), value, fits);
    }

    [Theory]
    [InlineData(IdKind.String, "\"x\"", true)]
    [InlineData(IdKind.ObjectId, "\"650000000000000000000001\"", true)]
    [InlineData(IdKind.ObjectId, """{"$oid":"650000000000000000000001"}""", true)]
    [InlineData(IdKind.ObjectId, "\"65000000000000000000000\"", false)]
    [InlineData(IdKind.Uuid, "\"00000000-0000-4000-8000-000000000001\"", true)]
    [InlineData(IdKind.Int, "5", true)]
    [InlineData(IdKind.Long, "\"5\"", false)]
    public void A_reference_fits_by_the_kind_of_its_targets_ids(IdKind kind, string value, bool fits)
    {
        var target = new StoredType
        {
            Name = "Target", Description = null, Collection = "targets", IdKind = kind, Plural = "targets", Paging = new OwnedData.Schema.Model.Paging(),
            Access = new TypeAccess { Gates = [], Owner = null },
        };

        AssertFit(new ReferenceFieldType(target, IsNullable: true), value, fits);
    }

    [Fact]
    public void A_claims_name_is_a_literal_key_and_never_a_path()
    {
        var condition = RuleCompiler.Compile(new Comparison(Text("text"), "eq", new ViewerOperand(new ViewerValue(ViewerSource.Claim, "https://a.example/b.c"))));

        Assert.Equal(Truth.False, condition.Decide(ContextOf("""{"https://a":{"example/b":{"c":"x"}}}"""), default));
        Assert.Equal("""{"$and": [{"text": "x"}]}""", Predicate(condition, ContextOf("""{"https://a.example/b.c":"x"}""")));
    }

    [Fact]
    public void A_stored_list_follows_the_equality_of_MongoDB_where_one_value_is_compared()
    {
        var condition = RuleCompiler.Compile(new Comparison(Text("owner_id"), "eq", new ViewerOperand(ViewerValue.Subject)));

        Assert.True(condition.Matches(BsonDocument.Parse("""{ "owner_id": ["bob", "alice"] }""").Span, ContextOf("{}")));
        Assert.False(condition.Matches(BsonDocument.Parse("""{ "owner_id": [["alice"]] }""").Span, ContextOf("{}")));
        Assert.False(condition.Matches(BsonDocument.Parse("""{ "owner_id": { "0": "alice" } }""").Span, ContextOf("{}")));
    }

    [Fact]
    public void A_component_of_digits_is_a_name_and_a_place_in_a_list()
    {
        var condition = RuleCompiler.Compile(new Comparison(Text("a.0"), "eq", new LiteralOperand("x")));

        Assert.True(condition.Matches(BsonDocument.Parse("""{ "a": { "0": "x" } }""").Span, ContextOf("{}")));
        Assert.True(condition.Matches(BsonDocument.Parse("""{ "a": ["x", "y"] }""").Span, ContextOf("{}")));
        Assert.True(condition.Matches(BsonDocument.Parse("""{ "a": ["y", { "0": "x" }] }""").Span, ContextOf("{}")));
        Assert.False(condition.Matches(BsonDocument.Parse("""{ "a": ["y", "x"] }""").Span, ContextOf("{}")));
    }

    private static void AssertFit(FieldType type, string value, bool fits)
    {
        var condition = RuleCompiler.Compile(new Comparison(new RulePath("field", "field", type), "eq", Claim()));

        Assert.Equal(fits ? Truth.Open : Truth.False, condition.Decide(ContextOf($$"""{"c":{{value}}}"""), default));
    }

    private static void AssertNever(Condition condition, string claims)
    {
        var compiled = RuleCompiler.Compile(condition);
        var context = ContextOf(claims);

        Assert.Equal(Truth.False, compiled.Decide(context, default));
        foreach (var document in (string[])["{}", """{ "text": null, "texts": null }""", """{ "text": "", "texts": [] }""", """{ "text": "a", "texts": ["a"] }""", """{ "text": 5, "texts": [5, null, {}] }"""])
        {
            Assert.False(compiled.Matches(BsonDocument.Parse(document).Span, context), document);
        }
    }

    private static RulePath Text(string path) => new(path, path, new ScalarFieldType(ScalarKind.String, IsNullable: true));

    private static ViewerOperand Claim() => new(new ViewerValue(ViewerSource.Claim, "c"));

    private static RuleContext ContextOf(string claims) => new(new Viewer { Subject = "alice", Claims = BsonDocument.Parse(claims) }, new FixedTime().GetUtcNow());

    private static string Predicate(RuleCondition condition, RuleContext context)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteStartArray("$and"u8);
        condition.WriteMembers(writer, context, default);
        writer.WriteEndArray();
        writer.WriteEndDocument();
        return writer.ToDocument().ToString();
    }
}
