namespace OwnedData.Schema.Tests.Model.Loading;

public sealed class IndexReaderTests
{
    [Theory]
    [InlineData("@allow(on: [READ, CREATE], where: { title: { eq: \"$sub\" } })", false)]
    [InlineData("@allow(on: [CREATE], policy: \"write\") @allow(policy: \"read\")", false)]
    [InlineData("@allow(on: [CREATE], policy: \"write\") @public @restrict(on: [READ], where: { title: { neq: \"x\" } })", false)]
    [InlineData("@allow(on: [CREATE], roles: [\"a\", \"b\"]) @allow(roles: [\"a\"])", false)]
    [InlineData("@public @restrict(where: { org: { eq: \"$claim:o\" } }) @allow(on: [CREATE], policy: \"p\")", false)]
    [InlineData("@allow(on: [CREATE, READ], policy: \"p\") @authorize(policy: \"q\", on: [READ, UPDATE])", false)]
    [InlineData("@allow(on: [CREATE, READ], policy: \"p\") @authorize(policy: \"q\", on: [READ, CREATE])", true)]
    [InlineData("@allow(on: [CREATE, READ], policy: \"p\")", true)]
    [InlineData("@allow(on: [CREATE], roles: [\"a\"]) @allow(roles: [\"a\", \"b\"])", true)]
    [InlineData("@allow(on: [CREATE, UPDATE], policy: \"write\") @public", true)]
    [InlineData("@allow(where: { title: { eq: \"$sub\" } })", true)]
    public void A_unique_constraint_across_people_takes_writers_who_read_all(string rules, bool isFine) => Assert.Equal(
        isFine ? [] : ["A value that is taken would tell of a Note that the caller may not read."],
        SampleModel.Check($"type Note @collection(name: \"notes\") {rules} {{ title: String! @unique  org: String }}").Errors.Select(error => error.Message));

    [Theory]
    [InlineData("", "@allow(on: [UPDATE], where: { editors: { some: { eq: \"$sub\" } } })", false)]
    [InlineData("", "@allow(on: [UPDATE], policy: \"admin\")", false)]
    [InlineData("", "@allow(on: [READ, UPDATE], policy: \"admin\") @restrict(where: { org: { eq: \"$claim:o\" } })", false)]
    [InlineData("", "@allow(on: [READ, UPDATE], policy: \"admin\")", true)]
    [InlineData("", "@allow(on: [READ, CREATE, DELETE], where: { editors: { some: { eq: \"$sub\" } } })", true)]
    [InlineData("@writeOnce", "@allow(on: [UPDATE], where: { editors: { some: { eq: \"$sub\" } } })", true)]
    [InlineData("", "@restrict(where: { org: { eq: \"$claim:o\" } })", true)]
    public void A_unique_constraint_of_each_owner_takes_values_that_only_the_owner_changes(string directive, string rules, bool isFine) => Assert.Equal(
        isFine ? [] : ["A value that is taken would tell whoever may change another's Note what else its owner has."],
        SampleModel.Check($"type Note @collection(name: \"notes\") @owned {rules} {{ title: String! @unique {directive} org: String  editors: [String!]! }}").Errors.Select(error => error.Message));

    [Fact]
    public void A_unique_constraint_within_a_tenant_takes_a_tenant_that_holds_for_writes_too() => Assert.Equal(
        ["A value that is taken would tell of a Note that the caller may not read."],
        SampleModel.Check(
            """
            type Note @collection(name: "notes") @allow(on: [READ, CREATE], policy: "p") @restrict(on: [READ], where: { org: { eq: "$claim:o" } })
              @unique(fields: ["org", "title"]) { title: String!  org: String! }
            """).Errors.Select(error => error.Message));

    [Fact]
    public void A_unique_constraint_within_a_tenant_tells_of_the_tenant_alone() => Assert.Equal(
        ["org_1_title_1 title"],
        SampleModel.Loaded(
            """
            type Note @collection(name: "notes") @public @allow(on: [CREATE], policy: "p") @restrict(where: { org: { eq: "$claim:o" } })
              @unique(fields: ["org", "title"]) { title: String!  org: String! @internal }
            """).StoredTypes[0].Indexes.Where(index => index.IsUnique).Select(index => $"{index.Name} {string.Join('|', index.Fields)}"));

    [Fact]
    public void Too_many_indexes_are_told_with_what_multiplies_them()
    {
        var fields = string.Join(' ', Enumerable.Range(0, 40).Select(number => $"f{number}: Int @index"));

        Mistakes.AreTold(
            $"type Note @collection(name: \"notes\") @owned @allow(where: {{ f0: {{ eq: \"$claim:a\" }} }}) {{ {fields} }}",
            "1:6: `Note` has 81 indexes: 41 that are asked for, each for every one of 2 ways in by `@allow` and `@owned`. Write fewer of either: MongoDB takes 63.");
    }

    [Theory]
    [InlineData(
        """@index(fields: ["titel"])""",
        "4:19: `Note` has no field `titel`. Did you mean `title`?")]
    [InlineData(
        """@index(fields: ["place.town"])""",
        "4:19: `Place` has no field `town`. Write one of city, labels.")]
    [InlineData(
        """@index(fields: ["title.length"])""",
        "4:19: `title.length` leads into `title`, which is no embedded object. Write the path of a field.")]
    [InlineData(
        """@index(fields: ["id"])""",
        "4:19: `id` ends every index by itself. Remove it.")]
    [InlineData(
        """@index(fields: [""])""",
        "4:19: `Note` has no field ``. Write one of title, pinned, tags, words, extra, place.")]
    [InlineData(
        """@unique(fields: ["nothing"])""",
        "4:20: `Note` has no field `nothing`. Write one of title, pinned, tags, words, extra, place.")]
    public void An_index_over_what_is_not_there_is_refused(string directive, params string[] errors) =>
        Mistakes.AreTold(Models.WithTypeDirective(directive), errors);

    [Theory]
    [InlineData(
        """@index(fields: ["extra"])""",
        """4:19: `extra` holds no plain value. Write the path of a scalar or enum field, such as `"place.city"`; JSON and objects can't be indexed.""")]
    [InlineData(
        """@index(fields: ["place"])""",
        """4:19: `place` holds no plain value. Write the path of a scalar or enum field, such as `"place.city"`; JSON and objects can't be indexed.""")]
    public void An_index_over_what_has_no_order_is_refused(string directive, params string[] errors) =>
        Mistakes.AreTold(Models.WithTypeDirective(directive), errors);

    [Theory]
    [InlineData(
        "@index(fields: [])",
        """4:18: `fields` has 0 entries. Write 1 to 30, such as `["pinned", "updatedAt:desc"]`.""")]
    [InlineData(
        """@index(fields: ["title", "title", "title", "title", "title", "title", "title", "title", "title", "title", "title", "title", "title", "title", "title", "title", "title", "title", "title", "title", "title", "title", "title", "title", "title", "title", "title", "title", "title", "title", "title"])""",
        """4:18: `fields` has 31 entries. Write 1 to 30, such as `["pinned", "updatedAt:desc"]`.""")]
    public void An_index_without_or_with_too_many_fields_is_refused(string directive, params string[] errors) =>
        Mistakes.AreTold(Models.WithTypeDirective(directive), errors);

    [Theory]
    [InlineData(
        """@index(fields: ["title:down"])""",
        "4:19: `:down` is no direction. Write `:asc` or `:desc`, or nothing for `:asc`.")]
    [InlineData(
        """@index(fields: ["title:"])""",
        "4:19: `:` is no direction. Write `:asc` or `:desc`, or nothing for `:asc`.")]
    public void A_direction_that_is_not_there_is_refused(string directive, params string[] errors) =>
        Mistakes.AreTold(Models.WithTypeDirective(directive), errors);

    [Theory]
    [InlineData(
        """@index(fields: ["title", "title:desc"])""",
        "4:28: `title` is in this index twice. Remove one of them.")]
    public void A_field_twice_in_an_index_is_refused(string directive, params string[] errors) =>
        Mistakes.AreTold(Models.WithTypeDirective(directive), errors);

    [Theory]
    [InlineData(
        """@index(fields: ["tags", "words"])""",
        "4:27: `words` is the second list in this index, and MongoDB takes one. Write an index for each list.")]
    [InlineData(
        """@index(fields: ["tags", "place.labels"])""",
        "4:27: `place.labels` is the second list in this index, and MongoDB takes one. Write an index for each list.")]
    public void Two_lists_in_an_index_are_refused(string directive, params string[] errors) =>
        Mistakes.AreTold(Models.WithTypeDirective(directive), errors);

    [Theory]
    [InlineData(
        """@unique(fields: ["pinned"])""",
        "4:20: `pinned` can be null, and two documents without a value would count as equal. Write `!` behind its type, or remove `@unique`.")]
    [InlineData(
        """@unique(fields: ["tags"])""",
        "4:20: `tags` is in a list, and `@unique` is about one value of a document. Remove it.")]
    [InlineData(
        """@unique(fields: ["title", "place.labels"])""",
        "4:29: `place.labels` is in a list, and `@unique` is about one value of a document. Remove it.")]
    public void A_unique_field_has_one_value_and_is_never_null(string directive, params string[] errors) =>
        Mistakes.AreTold(Models.WithTypeDirective(directive), errors);

    [Theory]
    [InlineData(
        "extra: JSON @index",
        """2:15: `extra` holds no plain value. Write the path of a scalar or enum field, such as `"place.city"`; JSON and objects can't be indexed.""")]
    [InlineData(
        "place: Place @index",
        """2:16: `place` holds no plain value. Write the path of a scalar or enum field, such as `"place.city"`; JSON and objects can't be indexed.""")]
    [InlineData(
        "title: String @unique",
        "2:17: `title` can be null, and two documents without a value would count as equal. Write `!` behind its type, or remove `@unique`.")]
    public void An_index_on_a_field_without_order_is_refused(string field, params string[] errors) =>
        Mistakes.AreTold(Models.WithField(field), errors);
}
