using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using OwnedData.Server.GraphQL;

namespace OwnedData.Server.Tests.GraphQL;

public sealed class JsonTextTests
{
    [Theory]
    [InlineData("""{"a":"plain"}""", true)]
    [InlineData("\"\\ud83d\\ude00\"", true)]
    [InlineData("\"\\u0041\\\\ud800\"", true)]
    [InlineData("\"\\ud83d\"", false)]
    [InlineData("\"\\ude00\"", false)]
    [InlineData("\"\\ud83d\\u0041\"", false)]
    [InlineData("\"\\ud83d x \\ude00\"", false)]
    [InlineData("\"\\ud83d", false)]
    public void Escapes_must_be_whole_characters(string json, bool isWellFormed) =>
        Assert.Equal(isWellFormed, JsonText.IsWellFormed(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void It_agrees_with_the_framework_about_every_string_the_framework_parses()
    {
        var parts = Gen.Elements("a", "\\\\", "\\\"", "\\u0041", "\\ud83d", "\\ude00", "\\uD83D\\uDE00", "\\n", "ü", "\\u00");
        var texts = parts.ListOf().Select(list => "\"" + string.Concat(list) + "\"");

        Prop.ForAll(texts.ToArbitrary(), AgreesWithTheFramework).QuickCheckThrowOnFailure();
    }

    private static bool AgreesWithTheFramework(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return JsonText.IsWellFormed(Encoding.UTF8.GetBytes(json)) == CanBeTaken(document.RootElement);
        }
        catch (JsonException)
        {
            return true;
        }
    }

    private static bool CanBeTaken(JsonElement text)
    {
        try
        {
            return text.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
