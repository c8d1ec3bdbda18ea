using OwnedData.Schema.Api;

namespace OwnedData.Schema.Tests.Api;

public sealed class PluralsTests
{
    [Theory]
    [InlineData("Note", "notes")]
    [InlineData("Category", "categories")]
    [InlineData("Day", "days")]
    [InlineData("Bus", "buses")]
    [InlineData("Box", "boxes")]
    [InlineData("Batch", "batches")]
    [InlineData("Dish", "dishes")]
    [InlineData("Waltz", "waltzes")]
    [InlineData("Address", "addresses")]
    [InlineData("Person", "people")]
    [InlineData("Child", "children")]
    [InlineData("StoryPerson", "storyPeople")]
    [InlineData("NewsStory", "newsStories")]
    [InlineData("Analysis", "analyses")]
    [InlineData("Leaf", "leaves")]
    [InlineData("Hero", "heroes")]
    [InlineData("Photo", "photos")]
    [InlineData("Sheep", "sheep")]
    [InlineData("URLEntry", "urlEntries")]
    [InlineData("SKU", "skus")]
    [InlineData("Y", "ys")]
    [InlineData("Note2", "note2s")]
    public void A_type_has_an_English_plural(string type, string plural) => Assert.Equal(plural, Plurals.OfType(type));

    [Fact]
    public void A_plural_of_the_model_comes_first()
    {
        var api = ApiBuilder.Build(SampleModel.Loaded("type Sheep @collection(name: \"sheep\", plural: \"flock\") @owned { name: String }"));

        Assert.Equal(["flock", "node", "nodes", "sheep", "viewer"], api.QueryFields.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["createSheep", "deleteSheep", "updateSheep"], api.MutationFields.Keys.Order(StringComparer.Ordinal));
    }
}
