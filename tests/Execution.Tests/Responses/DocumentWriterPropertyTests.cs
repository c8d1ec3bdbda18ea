using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using OwnedData.Bson;
using OwnedData.Execution.Responses;

namespace OwnedData.Execution.Tests.Responses;

public sealed class DocumentWriterPropertyTests
{
    private const int Rounds = 3000;

    [Fact]
    public void Every_document_is_written_as_the_slow_writer_has_it_with_the_same_errors()
    {
        int complete = 0, withErrors = 0, withoutObject = 0;
        Check(seed =>
        {
            var notes = new RandomNotes(seed);
            var shape = notes.Object();
            var document = notes.Document(shape);
            var conditions = notes.Conditions();
            var reference = new ReferenceWriter(conditions);

            var expected = reference.Write(document, shape, "notes/7");
            var rendering = Rendering.Of(document, shape, conditions);

            complete += expected is not null && reference.ErrorPaths.Count == 0 ? 1 : 0;
            withErrors += expected is not null && reference.ErrorPaths.Count > 0 ? 1 : 0;
            withoutObject += expected is null ? 1 : 0;
            var paths = rendering.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[..line.IndexOf(": ", StringComparison.Ordinal)]);
            return JsonNode.DeepEquals(expected, rendering.Json is null ? null : JsonNode.Parse(rendering.Json)) && reference.ErrorPaths.SequenceEqual(paths);
        });

        // None of the three outcomes has gone out of sight.
        Assert.True(Math.Min(complete, Math.Min(withErrors, withoutObject)) > Rounds / 20, $"{complete}, {withErrors}, {withoutObject}");
    }

    [Fact]
    public void Damaged_documents_are_written_as_JSON_or_refused_as_malformed()
    {
        int written = 0, refused = 0;
        Check(seed =>
        {
            var notes = new RandomNotes(seed);
            var shape = notes.Object();
            var bytes = Damage(notes.Document(shape).Span.ToArray(), new Random(seed));
            using var buffer = new ResponseBuffer(1 << 20);
            var writer = new DocumentWriter(buffer, new ErrorCollector(), new ResponsePathBuilder(), new ConditionSet(notes.Conditions()));
            try
            {
                if (writer.Write(bytes, shape))
                {
                    JsonNode.Parse(Encoding.UTF8.GetString(buffer.WrittenSpan));
                }

                written++;
            }
            catch (BsonException)
            {
                refused++;
            }

            return true;
        });

        Assert.True(Math.Min(written, refused) > Rounds / 20, $"{written} written, {refused} refused");
    }

    private static byte[] Damage(byte[] bytes, Random random)
    {
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var offset = random.Next(Math.Min(4, bytes.Length - 1), bytes.Length);
            bytes[offset] = random.Next(3) == 0 ? (byte)random.Next(20) : (byte)random.Next(256);
        }

        return bytes;
    }

    private static void Check(Func<int, bool> property) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(Rounds));
}
