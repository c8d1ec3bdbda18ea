using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OwnedData.GraphQL.Errors;
using OwnedData.GraphQL.Language;

namespace OwnedData.GraphQL.Tests.Language;

/// <summary>What holds for every document: each case is a seed, so that a failure names the one to run again.</summary>
public sealed class LanguageProperties
{
    private static readonly byte[] Insertions = "{}()[]:=@$!|&.\"\\#\r\n\0-0e"u8.ToArray();
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(1_000);
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();
    private static readonly ErrorCode[] Refusals =
        [ErrorCatalog.SyntaxError, ErrorCatalog.DocumentTooLarge, ErrorCatalog.DocumentTooLong, ErrorCatalog.DocumentTooDeep];

    [Fact]
    public void A_printed_tree_parses_to_the_same_tree()
    {
        Prop.ForAll(Seeds, seed => AssertReadsBack(new RandomTree(seed).Document())).Check(Many);
    }

    [Fact]
    public void Printing_what_was_printed_changes_nothing()
    {
        Prop.ForAll(Seeds, seed =>
        {
            var text = Printer.Print(new RandomTree(seed).Document());

            Assert.Equal(text, Printer.Print(Parse(text)));
        }).Check(Many);
    }

    [Fact]
    public void A_damaged_document_is_a_tree_or_one_error_inside_the_text()
    {
        Prop.ForAll(Seeds, seed =>
        {
            var random = new Random(seed);
            var text = Encoding.UTF8.GetBytes(Printer.Print(new RandomTree(seed).Document())).ToList();
            for (var damage = random.Next(1, 4); damage > 0 && text.Count > 0; damage--)
            {
                Damage(text, random);
            }

            AssertTreeOrError([.. text]);
        }).Check(Many);
    }

    [Fact]
    public void Any_bytes_are_a_tree_or_one_error_inside_the_text()
    {
        Prop.ForAll<byte[]>(AssertTreeOrError).Check(Many);
    }

    [Fact]
    public void Any_tokens_are_a_tree_or_one_error_inside_the_text()
    {
        string[] tokens = ["{", "}", "(", ")", "[", "]", ":", "=", "@", "$", "!", "|", "&", "...", "a", "on", "1", "1.5", "\"s\"", "\"\"\"b\"\"\"", "query", "fragment",
            "type", "schema", "enum", "union", "input", "interface", "directive", "extend", "scalar", "implements", "repeatable", "true", "null", "FIELD"];
        var soup = Gen.Elements(tokens).ArrayOf().Select(some => string.Join(' ', some)).ToArbitrary();

        Prop.ForAll(soup, text => AssertTreeOrError(Encoding.UTF8.GetBytes(text))).Check(Many);
    }

    private static void Damage(List<byte> text, Random random)
    {
        var at = random.Next(text.Count);
        switch (random.Next(4))
        {
            case 0:
                text.RemoveAt(at);
                break;
            case 1:
                text.Insert(at, Insertions[random.Next(Insertions.Length)]);
                break;
            case 2:
                text[at] = (byte)random.Next(256);
                break;
            default:
                text.RemoveRange(at, text.Count - at);
                break;
        }
    }

    private static void AssertTreeOrError(byte[] text)
    {
        var outcome = Parser.Parse(text, ParserLimits.Default);
        if (outcome.TryGetValue(out var document))
        {
            AssertReadsBack(document);
            return;
        }

        var error = Assert.Single(outcome.Errors);
        var location = Assert.Single(error.Locations);
        Assert.Contains(error.Code, Refusals);
        Assert.InRange(location.Line, 1, text.Count(character => character is (byte)'\n' or (byte)'\r') + 1);
        Assert.InRange(location.Column, 1, text.Length + 1);
    }

    private static void AssertReadsBack(DocumentNode document)
    {
        Assert.Equal(SyntaxTree.Describe(document), SyntaxTree.Describe(Parse(Printer.Print(document))));
    }

    private static DocumentNode Parse(string text)
    {
        var outcome = Parser.Parse(Encoding.UTF8.GetBytes(text), ParserLimits.Default);
        return outcome.TryGetValue(out var document) ? document : throw new Xunit.Sdk.XunitException($"{outcome.Errors[0]}\n{text}");
    }
}
