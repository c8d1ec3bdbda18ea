namespace OwnedData.Schema.Tests.Model.Loading;

public sealed class ConditionReaderTests
{
    [Theory]
    [InlineData("""{ title: { eq: "a" } }""", "title eq String a")]
    [InlineData("""{ title: { eq: "$$sub" } }""", "title eq String $sub")]
    [InlineData("""{ title: { eq: "$$$" } }""", "title eq String $$")]
    [InlineData("""{ title: { or: [{ eq: "a" }, { startsWith: "b", ncontains: "c" }] } }""", "(title eq String a or (title startsWith String b and title ncontains String c))")]
    [InlineData("""{ and: [{ title: { eq: "a" } }, { and: [{ size: { gt: 1 } }] }], done: { eq: true } }""", "(title eq String a and size_ gt Int32 1 and done eq Boolean True)")]
    [InlineData("""{ or: [{ title: { eq: "a" } }, { or: [{ size: { gt: 1 } }, { size: { lt: 0 } }] }] }""", "(title eq String a or size_ gt Int32 1 or size_ lt Int32 0)")]
    [InlineData("""{ title: { in: ["a", null] }, color: { nin: [RED] } }""", "(title in [String a, null] and color nin [String RED])")]
    [InlineData("""{ title: { in: "a" } }""", "title in [String a]")]
    [InlineData("""{ title: { in: "$claim:titles" }, color: { in: ["$claim:color", RED] } }""", "(title in $claim:titles and color in [$claim:color, String RED])")]
    [InlineData("""{ size: { eq: null } }""", "size_ eq null")]
    [InlineData("""{ place: { city: { eq: "$grant:city" }, inner: { labels: { any: true } } } }""", "(place.city eq $grant:city and place.inner.labels_ any True)")]
    [InlineData("""{ readers: { some: { eq: "$sub" } } }""", "readers some [ eq $sub]")]
    [InlineData("""{ places: { none: { city: { eq: "a" }, labels: { all: { in: ["b"] } } } } }""", "places none [(city eq String a and labels_ all [ in [String b]])]")]
    [InlineData("""{ grid: { some: { all: { gte: 1 } } } }""", "grid some [ all [ gte Int32 1]]")]
    [InlineData("""{ at: { lte: "$now" }, day: { gt: "2025-01-31" } }""", "(at lte $now and day gt DateOnly 01/31/2025)")]
    [InlineData("""{ id: { in: ["0123456789abcdef01234567", "$claim:note"] } }""", "_id in [String 0123456789abcdef01234567, $claim:note]")]
    [InlineData("""{ owner_id: { neq: "$sub" } }""", "owner_id neq $sub")]
    [InlineData("""{ secret: { eq: "a" }, key: { eq: "$sub" }, amount: { gt: "$claim:https://example.com/a.b" } }""", "(secret eq String a and key eq $sub and amount gt $claim:https://example.com/a.b)")]
    public void A_condition_is_written_as_the_filters_of_the_API_are(string where, string condition)
    {
        var access = SampleModel.Loaded(Model(where)).StoredTypes[0].Access;

        Assert.Equal(condition, RuleText.Of(access.Restricts.Single().Where));
    }

    [Theory]
    [InlineData("""{ titel: { eq: "a" } }""", "1:64: `Note` has no field `titel`. Did you mean `title`?")]
    [InlineData("""{ ownerId: { eq: "$sub" } }""", "1:64: `Note` has no field `ownerId`. Did you mean `owner_id`?")]
    [InlineData("""{ place: { town: { eq: "a" } } }""", "1:73: `Place` has no field `town`. Write one of city, labels, inner.")]
    [InlineData("""{ place: { id: { eq: "a" } } }""", "1:73: `Place` has no field `id`. Write one of city, labels, inner.")]
    [InlineData("""{ title: { equals: "a" } }""", "1:73: `title` takes no operation `equals`. Write one of eq, neq, contains, ncontains, in, nin, startsWith, nstartsWith, endsWith, nendsWith.")]
    [InlineData("""{ done: { gt: true } }""", "1:72: `done` takes no operation `gt`. Write one of eq, neq.")]
    [InlineData("""{ readers: { eq: "$sub" } }""", "1:75: `readers` takes no operation `eq`. Write one of all, none, some, any.")]
    [InlineData("""{ readers: { some: { gt: "a" } } }""", "1:83: An element takes no operation `gt`. Write one of eq, neq, in, nin.")]
    [InlineData("""{ extra: { eq: 1 } }""", "1:71: `extra` holds JSON, which no rule can ask about. Keep what the rule needs in a field of its own.")]
    [InlineData("""{ title: "a" }""", "1:71: This is no condition. Write it in braces, such as `{ title: { eq: \"x\" } }`.")]
    [InlineData("""{ place: null }""", "1:71: This is no condition. Write it in braces, such as `{ title: { eq: \"x\" } }`.")]
    [InlineData("""{ title: {} }""", "1:71: An empty condition says nothing. Write it in braces, such as `{ title: { eq: \"x\" } }`.")]
    [InlineData("""{ or: [] }""", "1:68: `or` joins a list of conditions. Write them in brackets: `[{ … }, { … }]`.")]
    [InlineData("""{ and: { title: { eq: "a" } } }""", "1:69: `and` joins a list of conditions. Write them in brackets: `[{ … }, { … }]`.")]
    [InlineData("""{ or: [{ title: { eq: "a" } }, {}] }""", "1:93: An empty condition says nothing. Write it in braces, such as `{ title: { eq: \"x\" } }`.")]
    [InlineData("""{ title: { eq: "a", eq: "b" } }""", "1:82: `eq` stands here twice. Write each in an object of its own, in `and`.")]
    [InlineData("""{ readers: { any: 1 } }""", "1:80: `any` says whether there are elements. Write `true` or `false`.")]
    public void A_condition_over_something_that_is_not_there_is_refused(string where, params string[] errors) => Mistakes.AreTold(Model(where), errors);

    [Theory]
    [InlineData("""{ size: { eq: "1" } }""", "1:76: This is no Int, which `size` holds. Write an integer of 32 bits.")]
    [InlineData("""{ color: { eq: "RED" } }""", "1:77: This is no Color, which `color` holds. Write one of RED, GREEN.")]
    [InlineData("""{ color: { in: [RED, BLUE] } }""", "1:83: This is no Color, which `color` holds. Write one of RED, GREEN.")]
    [InlineData("""{ id: { eq: "abc" } }""", "1:74: This is no id of Note, which `id` holds. Write 24 hexadecimal digits.")]
    [InlineData("""{ title: { eq: ["a"] } }""", "1:77: `eq` takes one value. Write one, or `in` or `nin` for a list.")]
    [InlineData("""{ size: { gt: null } }""", "1:76: `gt` takes no null. Compare with `eq: null` or `neq: null`.")]
    [InlineData("""{ title: { in: [] } }""", "1:77: An empty list under `in` lets nothing through. Write values, or remove it.")]
    [InlineData("""{ title: { nin: [] } }""", "1:78: An empty list under `nin` says nothing. Write values, or remove it.")]
    [InlineData("""{ size: { eq: "$sub" } }""", "1:76: `$sub` is a string, which is never the Int that `size` holds. Compare it with a field of its type.")]
    [InlineData("""{ title: { eq: "$now" } }""", "1:77: `$now` is a point in time, which is never the String that `title` holds. Compare it with a field of its type.")]
    [InlineData("""{ at: { lt: "$claim:at" } }""", "1:74: `$claim:at` is a string, number or boolean of the token, which is never the DateTime that `at` holds. Compare it with a field of its type.")]
    [InlineData("""{ bytes: { eq: "$grant:bytes" } }""", "1:77: `$grant:bytes` is a value of the viewer's grants, which is never the ByteArray that `bytes` holds. Compare it with a field of its type.")]
    public void A_value_of_another_type_is_refused(string where, params string[] errors) => Mistakes.AreTold(Model(where), errors);

    [Theory]
    [InlineData("$", "`$` is no value of the viewer. Write `\"$sub\"`, `\"$now\"`, `\"$claim:NAME\"` or `\"$grant:NAME\"`; a text that begins with `$` is written with two.")]
    [InlineData("$claims:a", "`$claims` is no value of the viewer. Did you mean `$claim:a`?")]
    [InlineData("$claim", "`$claim` is no value of the viewer. Write `\"$sub\"`, `\"$now\"`, `\"$claim:NAME\"` or `\"$grant:NAME\"`; a text that begins with `$` is written with two.")]
    [InlineData("$claim:", "The name of the claim is missing. Write it behind the colon: `\"$claim:department\"`.")]
    [InlineData("$claim: a", "The name of the claim begins or ends with a space. Write it behind the colon: `\"$claim:department\"`.")]
    [InlineData("$claim:a\\u0000b", "The name of the claim contains a NUL character. Write it behind the colon: `\"$claim:department\"`.")]
    [InlineData("$grant:", "The name of the grant is missing. Write it behind the colon: `\"$grant:department\"`.")]
    [InlineData("$claim:scope", "The claim `scope` is no value for a rule. Write `policy: \"…\"` beside `where`.")]
    [InlineData("$claim:exp", "The claim `exp` is no value for a rule. Take another claim.")]
    [InlineData("$Sub", "`$Sub` is no value of the viewer. Did you mean `$sub`?")]
    public void A_value_of_the_viewer_that_is_not_there_is_refused(string value, string error) =>
        Mistakes.AreTold(Model($$"""{ title: { eq: "{{value}}" } }"""), "1:77: " + error);

    [Fact]
    public void A_name_or_list_beyond_all_measure_is_refused()
    {
        Mistakes.AreTold(
            Model($$"""{ title: { eq: "$claim:{{new string('a', 257)}}" } }"""),
            "1:77: The name of the claim is longer than 256 characters. Write it behind the colon: `\"$claim:department\"`.");
        Mistakes.AreTold(
            Model($$"""{ size: { in: [{{string.Join(' ', Enumerable.Range(0, 1001))}}] } }"""),
            "1:76: The list has 1001 values. Write at most 1000.");
    }

    [Theory]
    [InlineData(14, true)]
    [InlineData(15, false)]
    public void A_condition_is_nested_16_levels_deep_at_most(int levels, bool isFine)
    {
        var where = string.Concat(Enumerable.Repeat("{ or: [", levels)) + "{ title: { eq: \"a\" } }" + string.Concat(Enumerable.Repeat("] }", levels));

        var check = SampleModel.Check(Model(where));

        Assert.Equal(
            isFine ? [] : ["The condition is nested more than 16 levels deep."],
            check.Errors.Select(error => error.Message));
    }

    private static string Model(string where) =>
        $$"""
        type Note @collection(name: "notes") @owned @restrict(where: {{where}}) {
          title: String!  size: Int @stored(as: "size_")  done: Boolean  color: Color  readers: [ID!]!  grid: [[Int!]!]
          place: Place  places: [Place!]  at: DateTime  day: LocalDate  extra: JSON  bytes: ByteArray  key: UUID  amount: Decimal
          secret: String @internal
        }
        enum Color { RED GREEN }
        type Place { city: String!  labels: [String!]! @stored(as: "labels_")  inner: Place }
        """;
}
