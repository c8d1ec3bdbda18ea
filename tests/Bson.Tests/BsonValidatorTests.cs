namespace OwnedData.Bson.Tests;

public sealed class BsonValidatorTests
{
    [Theory]
    [InlineData("14000000" + "036200" + "0C000000" + "106100" + "01000000" + "01" + "00", 18)] // the inner document's end
    [InlineData("11000000" + "036200" + "09000000" + "086100" + "02" + "00" + "00", 14)] // a boolean two levels down
    [InlineData("0D000000" + "02E900" + "01000000" + "00" + "00", 5)] // a name
    [InlineData("0E000000" + "026100" + "02000000" + "E900" + "00", 11)]
    [InlineData("0E000000" + "0D6100" + "02000000" + "E900" + "00", 11)]
    [InlineData("0E000000" + "0E6100" + "02000000" + "E900" + "00", 11)]
    [InlineData("0B000000" + "0B6100" + "E90000" + "00", 7)]
    [InlineData("1A000000" + "0C6100" + "02000000" + "E900" + "56E1FC72E0C917E9C4714161" + "00", 11)]
    [InlineData("17000000" + "0F6100" + "0F000000" + "02000000" + "E900" + "05000000" + "00" + "00", 15)]
    [InlineData("18000000" + "0F6100" + "10000000" + "01000000" + "00" + "07000000" + "1400" + "00" + "00", 22)] // in the scope
    public void A_fault_on_any_level_is_found_and_named_by_its_place_in_the_whole(string hex, int offset)
    {
        var exception = Assert.Throws<BsonException>(() => BsonValidator.Validate(Convert.FromHexString(hex)));

        Assert.EndsWith($"(at byte {offset})", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_is_allowed_to_its_limit_and_not_beyond()
    {
        var document = BsonDocument.Parse("""{"a": [{"b": {"$code": "", "$scope": {}}}]}""");

        BsonValidator.Validate(document.Span, maxDepth: 4);

        Assert.Throws<BsonException>(() => BsonValidator.Validate(document.Span, maxDepth: 3));
        Assert.Throws<BsonException>(() => BsonValidator.Validate(BsonDocument.Empty.Span, maxDepth: 0));
    }
}
