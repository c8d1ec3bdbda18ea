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

    private static IEnumerable<string> Indexes(string model, string type = "Note") =>
        SampleModel.Loaded(model).FindStoredType(type)!.Indexes.Select(Describe);

    private static string Describe(IndexDefinition index) => $"{(index.IsUnique ? "unique " : "")}{index.Name} ({string.Join(", ", index.Fields)})";
}
