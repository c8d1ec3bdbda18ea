using OwnedData.Schema.Model;

namespace OwnedData.Schema.Tests.Model.Loading;

public sealed class IndexReaderIndexesTests
{
    [Fact]
    public void Every_index_starts_with_the_owner_and_ends_with_the_id_or_is_unique() => Assert.Equal(
        [
            "owner_id_1__id_1 (id)",
            "owner_id_1_address.city_1_name_1__id_1 (address.city, name)",
            "owner_id_1_name_1__id_1 (name)",
            "unique owner_id_1_number_1 (number)",
        ],
        Indexes(SampleModel.Text, "Contact"));

    [Fact]
    public void Directions_and_list_fields_are_kept() => Assert.Equal(
        [
            "owner_id_1__id_1 (id)",
            "owner_id_1_notebook_id_1__id_1 (notebook)",
            "owner_id_1_pinned_1_updatedAt_-1__id_1 (pinned, updatedAt)",
            "owner_id_1_tags_1__id_1 (tags)",
        ],
        Indexes(SampleModel.Text, "Note"));

    [Fact]
    public void An_index_names_stored_paths_through_objects_and_lists() => Assert.Equal(
        [
            "user_1__id_1 (id)",
            "user_1_p.town_-1__id_1 (place.city)",
            "user_1_places.town_1_title_1__id_1 (places.city, title)",
        ],
        Indexes(
            """
            type Note @collection(name: "notes") @owned(field: "user") @index(fields: ["place.city:desc"]) @index(fields: ["places.city", "title:asc"]) {
              title: String  place: Place @stored(as: "p")  places: [Place]
            }
            type Place { city: String! @stored(as: "town") }
            """));

    [Fact]
    public void An_index_written_twice_is_made_once() => Assert.Equal(
        ["owner_id_1__id_1 (id)", "owner_id_1_title_1__id_1 (title)", "unique owner_id_1_title_1 (title)"],
        Indexes("type Note @collection(name: \"notes\") @owned @index(fields: [\"title\"]) @unique(fields: [\"title\"]) { title: String! @index @unique }"));

    [Fact]
    public void Two_indexes_never_have_one_name() => Assert.Equal(
        ["owner_id_1__id_1 (id)", "owner_id_1_a_1_b_1__id_1 (a_1_b)", "owner_id_1_a_1_b_1__id_1_ (a, b)"],
        Indexes("type Note @collection(name: \"notes\") @owned @index(fields: [\"a_1_b\"]) @index(fields: [\"a\", \"b\"]) { a: Int  b: Int  a_1_b: Int }"));

    [Theory]
    [InlineData("@owned", "owner_id_1__id_1, owner_id_1_title_1__id_1, owner_id_1_tags_1__id_1")]
    [InlineData("@owned @allow(on: [UPDATE], where: { department: { eq: \"$claim:d\" } })", "owner_id_1__id_1, owner_id_1_title_1__id_1, owner_id_1_tags_1__id_1")]
    [InlineData(
        "@owned @allow(where: { readers: { some: { eq: \"$sub\" } } })",
        "owner_id_1__id_1, readers_1__id_1, owner_id_1_title_1__id_1, readers_1_title_1__id_1, owner_id_1_tags_1__id_1")]
    [InlineData(
        "@owned @allow(where: { or: [{ members: { some: { user: { in: \"$grant:g\" } } } }, { department: { eq: \"$claim:d\" } }] })",
        "owner_id_1__id_1, members.user__1__id_1, department_1__id_1, owner_id_1_title_1__id_1, members.user__1_title_1__id_1, department_1_title_1__id_1, owner_id_1_tags_1__id_1, department_1_tags_1__id_1")]
    [InlineData(
        "@owned @restrict(where: { org: { eq: \"$claim:o\" }, title: { neq: \"x\" } }) @allow(policy: \"admin\")",
        "org_1_owner_id_1__id_1, org_1__id_1, org_1_owner_id_1_title_1__id_1, org_1_title_1__id_1, org_1_owner_id_1_tags_1__id_1, org_1_tags_1__id_1")]
    [InlineData("@owned @restrict(on: [UPDATE], where: { org: { eq: \"$claim:o\" } })", "owner_id_1__id_1, owner_id_1_title_1__id_1, owner_id_1_tags_1__id_1")]
    [InlineData("@public", "title_1__id_1, tags_1__id_1")]
    [InlineData("@allow(where: { title: { startsWith: \"$sub\" } })", "title_1__id_1, tags_1__id_1")]
    [InlineData("@allow(where: { title: { eq: \"$sub\" } })", "title_1__id_1, title_1_tags_1__id_1")]
    [InlineData("@allow(where: { tags: { some: { eq: \"$sub\" } } })", "tags_1__id_1, tags_1_title_1__id_1")]
    [InlineData("@allow(where: { tags: { all: { eq: \"$sub\" } }, department: { eq: \"a\" } })", "department_1__id_1, department_1_title_1__id_1, department_1_tags_1__id_1")]
    public void Each_way_in_has_an_index_that_begins_with_it(string rules, string indexes) => Assert.Equal(
        indexes,
        string.Join(", ", SampleModel.Loaded(
            $$"""
            type Note @collection(name: "notes") {{rules}} {
              title: String! @index  tags: [String!]! @index  readers: [ID!]!  department: String  org: String  members: [Member!]
            }
            type Member { user: ID! @stored(as: "user_") }
            """).StoredTypes[0].Indexes.Select(index => index.Name)));

    [Fact]
    public void The_length_of_what_rules_put_in_front_is_known() => Assert.Equal(
        ["org_1_owner_id_1__id_1: 2", "org_1_readers_1__id_1: 2", "unique owner_id_1_title_1: 1"],
        SampleModel.Loaded(
            """
            type Note @collection(name: "notes") @owned @allow(where: { readers: { some: { eq: "$sub" } } }) @restrict(where: { org: { eq: "$claim:o" } }) {
              title: String! @unique  readers: [ID!]!  org: String
            }
            """).StoredTypes[0].Indexes.Select(index => $"{(index.IsUnique ? "unique " : "")}{index.Name}: {index.PrefixLength}"));

    [Fact]
    public void A_reference_that_is_read_from_its_other_side_has_an_index() => Assert.Equal(
        ["owner_id_1__id_1 (id)", "owner_id_1_notebook_id_1__id_1 (notebook)"],
        Indexes(
            """
            type Note @collection(name: "notes") @owned { notebook: Notebook @reference  other: Notebook @reference }
            type Notebook @collection(name: "notebooks") @owned { notes: [Note!]! @inverse(of: "notebook") }
            """));

    [Fact]
    public void Every_index_says_what_asks_for_it_and_which_ways_in_it_serves() => Assert.Equal(
        [
            (IndexPurpose.DefaultOrder, "@owned"),
            (IndexPurpose.DefaultOrder, "@allow(where: {readers: {some: {eq: \"$sub\"}}}), @allow(where: {readers: {some: {eq: \"$claim:team\"}}})"),
            (IndexPurpose.Index, "@owned"),
            (IndexPurpose.Index, "@allow(where: {readers: {some: {eq: \"$sub\"}}}), @allow(where: {readers: {some: {eq: \"$claim:team\"}}})"),
            (IndexPurpose.Unique, "@owned"),
        ],
        SampleModel.Loaded(
            """
            type Note @collection(name: "notes") @owned
              @allow(where: { readers: { some: { eq: "$sub" } } })
              @allow(where: { readers: { some: { eq: "$claim:team" } } }) {
              readers: [ID!]!  title: String! @index  number: Int! @unique
            }
            """).FindStoredType("Note")!.Indexes.Select(index => (index.Purpose, string.Join(", ", index.Rules.Select(rule => rule.Text)))));

    private static IEnumerable<string> Indexes(string model, string type = "Note") =>
        SampleModel.Loaded(model).FindStoredType(type)!.Indexes.Select(Describe);

    private static string Describe(IndexDefinition index) => $"{(index.IsUnique ? "unique " : "")}{index.Name} ({string.Join(", ", index.Fields)})";
}
