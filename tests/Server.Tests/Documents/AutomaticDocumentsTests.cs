using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OwnedData.Server.Documents;

namespace OwnedData.Server.Tests.Documents;

/// <summary>What clients register is bounded, and no caller's flood takes what others hold.</summary>
public sealed class AutomaticDocumentsTests
{
    private const int TextLength = 488;
    private const int EntrySize = TextLength + AutomaticDocuments.EntryOverhead;
    private const int EntriesInAll = 80;
    private const int EntriesOfOne = EntriesInAll / AutomaticDocuments.Shares;
    private const int Capacity = EntriesInAll * EntrySize;

    private static readonly Registrant s_anonymous = new(null, null);

    [Fact]
    public void A_document_is_found_by_its_hash_as_it_was_registered()
    {
        var documents = new AutomaticDocuments(Capacity);
        var text = Text(1);

        documents.Add(DocumentHash.Of(text), text, Person(1));

        Assert.True(documents.TryGet(DocumentHash.Of(text), out var kept));
        Assert.Equal(text, kept);
        Assert.False(documents.TryGet(DocumentHash.Of(Text(2)), out _));
    }

    [Theory]
    [InlineData("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", true)]
    [InlineData("E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855", true)]
    [InlineData("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85", false)]
    [InlineData("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85g", false)]
    [InlineData("", false)]
    public void A_hash_is_64_hexadecimal_digits(string text, bool isHash)
    {
        Assert.Equal(isHash, DocumentHash.TryParse(text, out var hash));
        Assert.Equal(isHash, hash == DocumentHash.Of([]));
    }

    [Fact]
    public void One_caller_floods_only_their_own_share()
    {
        var documents = new AutomaticDocuments(Capacity);
        AddRange(documents, Person(1), 0..EntriesOfOne);
        AddRange(documents, s_anonymous, 100..(100 + EntriesOfOne));

        AddRange(documents, Person(2), 1000..5000);

        Assert.Equal(EntriesOfOne, CountKept(documents, 0..EntriesOfOne));
        Assert.Equal(EntriesOfOne, CountKept(documents, 100..(100 + EntriesOfOne)));
        Assert.Equal(EntriesOfOne, CountKept(documents, 1000..5000));
    }

    [Fact]
    public void A_flood_by_many_callers_takes_from_those_who_hold_most()
    {
        var documents = new AutomaticDocuments(Capacity);
        AddRange(documents, Person(0), 0..2);

        for (var person = 1; person <= 20; person++)
        {
            AddRange(documents, Person(person), (person * 100)..((person * 100) + 50));
        }

        Assert.Equal(2, CountKept(documents, 0..2));
        Assert.Equal(EntriesInAll, CountKept(documents, 0..3000));
    }

    [Fact]
    public void Of_one_callers_documents_those_in_use_stay()
    {
        var documents = new AutomaticDocuments(Capacity);
        AddRange(documents, Person(1), 0..EntriesOfOne);

        for (var number = 100; number < 200; number++)
        {
            Assert.Equal(2, CountKept(documents, 0..2));
            AddRange(documents, Person(1), number..(number + 1));
        }
    }

    [Fact]
    public void A_document_counts_for_whom_registered_it_first()
    {
        var documents = new AutomaticDocuments(Capacity);
        AddRange(documents, Person(1), 0..1);
        AddRange(documents, Person(2), 0..1);

        AddRange(documents, Person(2), 1..1000);

        Assert.Equal(1, CountKept(documents, 0..1));
    }

    [Fact]
    public void Whatever_is_registered_it_fits_the_room_and_everyones_share()
    {
        var registration =
            from person in Gen.Choose(0, 15)
            from number in Gen.Choose(0, 400)
            from length in Gen.Choose(1, 4 * TextLength)
            select (person, number, length);

        Prop.ForAll(registration.ListOf().Resize(1500).ToArbitrary(), steps =>
        {
            var documents = new AutomaticDocuments(Capacity);
            var owners = new Dictionary<int, int>();
            foreach (var (person, number, length) in steps)
            {
                if (!documents.TryGet(DocumentHash.Of(Text(number)), out _))
                {
                    owners[number] = person;
                }

                // The same number always has the same hash; its length is the test's, to mix sizes.
                documents.Add(DocumentHash.Of(Text(number)), new byte[length], Person(person));
                Assert.True(documents.TryGet(DocumentHash.Of(Text(number)), out _));
            }

            var kept = owners.Select(entry => (entry.Value, Size: documents.TryGet(DocumentHash.Of(Text(entry.Key)), out var text) ? text.Length + AutomaticDocuments.EntryOverhead : 0)).ToList();
            Assert.InRange(kept.Sum(entry => entry.Size), 0, Capacity);
            Assert.All(kept.GroupBy(entry => entry.Value), share => Assert.InRange(share.Sum(entry => entry.Size), 0, Capacity / AutomaticDocuments.Shares));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task Registering_and_reading_at_once_keeps_the_bounds()
    {
        var documents = new AutomaticDocuments(Capacity);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(person => Task.Run(() =>
        {
            for (var number = 0; number < 2000; number++)
            {
                AddRange(documents, Person(person), (number + person)..(number + person + 1));
                _ = documents.TryGet(DocumentHash.Of(Text(number)), out _);
            }
        })));

        Assert.InRange(CountKept(documents, 0..3000), EntriesOfOne, 4 * EntriesOfOne);
    }

    private static void AddRange(AutomaticDocuments documents, Registrant registrant, Range numbers)
    {
        for (var number = numbers.Start.Value; number < numbers.End.Value; number++)
        {
            var text = Text(number);
            documents.Add(DocumentHash.Of(text), text, registrant);
        }
    }

    private static int CountKept(AutomaticDocuments documents, Range numbers) =>
        Enumerable.Range(numbers.Start.Value, numbers.End.Value - numbers.Start.Value).Count(number => documents.TryGet(DocumentHash.Of(Text(number)), out _));

    private static byte[] Text(int number) => Encoding.UTF8.GetBytes($"#{number}".PadRight(TextLength));

    private static Registrant Person(int number) => new("https://issuer.example.com/", $"person-{number}");
}
