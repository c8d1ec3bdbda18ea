using System.Text;

namespace OwnedData.Bson.Tests;

/// <summary>
/// Hostile input of every kind may only be refused: nothing but <see cref="BsonException"/> leaves this project, and what was accepted holds
/// together.
/// </summary>
public sealed class BsonFuzzTests
{
    private const int Rounds = 30_000;

    private static readonly string[] s_seeds =
    [
        "{}",
        """{"_id": {"$oid": "56e1fc72e0c917e9c4714161"}, "title": "Grüße 👋", "n": [1, 2.5, {"$numberLong": "3"}, {"$numberDecimal": "4.50"}]}""",
        """
        {"a": {"b": {"c": {"d": [[], {}, [null, true, false]]}}}, "t": {"$timestamp": {"t": 1, "i": 2}},
         "d": {"$date": "2012-12-24T12:15:30.501Z"}}
        """,
        """
        {"x": {"$binary": {"base64": "//8=", "subType": "02"}}, "y": {"$regularExpression": {"pattern": "a.b", "options": "ix"}},
         "z": {"$undefined": true}}
        """,
        """
        {"a": {"$code": "f()", "$scope": {"x": {"$code": "", "$scope": {}}}},
         "s": {"$symbol": "s"}, "c": {"$code": "c"}, "k": [{"$minKey": 1}, {"$maxKey": 1}]}
        """,
        """
        {"p": {"$dbPointer": {"$ref": "b", "$id": {"$oid": "56e1fc72e0c917e9c4714161"}}},
         "u": {"$uuid": "00112233-4455-6677-8899-aabbccddeeff"}, "i": {"$numberDouble": "-Infinity"}}
        """,
    ];

    [Fact]
    public void Mutated_and_random_bytes_are_read_or_refused()
    {
        var random = new Random(20260101);
        var seeds = s_seeds.Select(seed => BsonDocument.Parse(seed).Memory.ToArray()).ToArray();
        int accepted = 0, refused = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var bytes = round % 10 == 0 ? RandomDocument(random) : Mutate(random, seeds[random.Next(seeds.Length)]);
            if (random.Next(4) > 0 && bytes.Length >= 5)
            {
                // Past the first check, so the deeper ones are reached.
                BitConverter.TryWriteBytes(bytes, bytes.Length);
                bytes[^1] = 0;
            }

            if (TryEverything(bytes))
            {
                accepted++;
            }
            else
            {
                refused++;
            }
        }

        // Both ways are exercised; neither side of the fuzz has gone blind.
        Assert.True(accepted > Rounds / 50 && refused > Rounds / 10, $"{accepted} accepted, {refused} refused");
    }

    [Fact]
    public void Mutated_text_is_parsed_or_refused()
    {
        var random = new Random(20260102);
        int accepted = 0, refused = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var text = Encoding.Latin1.GetString(Mutate(random, Encoding.Latin1.GetBytes(s_seeds[random.Next(s_seeds.Length)])));
            try
            {
                BsonValidator.Validate(ExtendedJson.Parse(text).Span, ExtendedJson.MaxDepth);
                accepted++;
            }
            catch (BsonException)
            {
                refused++;
            }
        }

        Assert.True(accepted > Rounds / 50 && refused > Rounds / 10, $"{accepted} accepted, {refused} refused");
    }

    [Fact]
    public void Mutated_decimals_are_parsed_or_refused()
    {
        var random = new Random(20260103);
        string[] seeds = ["1.50", "-0E+6111", "9999999999999999999999999999999999E6111", "0.00000000000000000000000000000000001", "Infinity", "-nan"];
        for (var round = 0; round < Rounds; round++)
        {
            var text = Mutate(random, Encoding.ASCII.GetBytes(seeds[random.Next(seeds.Length)]));
            if (Decimal128.TryParse(text, out var value))
            {
                Assert.Equal(value, Decimal128.Parse(value.ToString()));
            }
        }
    }

    private static bool TryEverything(byte[] bytes)
    {
        var isValid = Accepts(() => BsonValidator.Validate(bytes));
        var isShown = Accepts(() => ExtendedJson.Write(bytes, canonical: false)) & Accepts(() => ExtendedJson.Write(bytes, canonical: true));
        Accepts(() => ReadAll(bytes));

        // Not the other way round: the names inside an array are not shown, so they may be wrong.
        Assert.True(isShown || !isValid, Convert.ToHexString(bytes));
        return isValid;
    }

    private static bool Accepts(Action action)
    {
        try
        {
            action();
            return true;
        }
        catch (BsonException)
        {
            return false;
        }
    }

    private static void ReadAll(ReadOnlySpan<byte> document)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        var reader = new BsonReader(document);
        var lastNumber = new BsonValue(BsonType.Int32, [0, 0, 0, 0]);
        while (reader.Read())
        {
            var value = reader.Value;
            Assert.Equal(BsonLayout.MeasureValue(value.Type, value.Bytes, offset: 0), value.Bytes.Length);
            if (value.IsNumber)
            {
                Assert.Equal(BsonNumber.Compare(value, lastNumber), -BsonNumber.Compare(lastNumber, value));
                lastNumber = value;
            }
            else if (value.Type is BsonType.Document or BsonType.Array)
            {
                ReadAll(value.Bytes);
            }

            writer.WriteValue(reader.NameSpan, value);
        }

        writer.WriteEndDocument();
        Assert.True(writer.WrittenSpan.SequenceEqual(document));
    }

    private static byte[] RandomDocument(Random random)
    {
        var bytes = new byte[random.Next(0, 40)];
        random.NextBytes(bytes);
        if (bytes.Length >= 5)
        {
            bytes[4] = (byte)random.Next(0, 20);
        }

        return bytes;
    }

    private static byte[] Mutate(Random random, byte[] seed)
    {
        var bytes = seed.ToList();
        for (var changes = random.Next(0, 4); changes > 0; changes--)
        {
            var at = random.Next(bytes.Count + 1);
            switch (random.Next(5))
            {
                case 0:
                    bytes.Insert(at, (byte)random.Next(256));
                    break;
                case 1 when at < bytes.Count:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 8), bytes.Count - at));
                    break;
                case 2 when at < bytes.Count:
                    bytes[at] = (byte)random.Next(0, 20);
                    break;
                case 3 when at < bytes.Count:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                default:
                    bytes.InsertRange(at, seed.AsSpan(0, random.Next(seed.Length)).ToArray());
                    break;
            }
        }

        return [.. bytes];
    }
}
