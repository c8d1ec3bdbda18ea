using BenchmarkDotNet.Attributes;
using OwnedData.Bson;
using OwnedData.Execution.Responses;
using OwnedData.Schema.Model;

namespace OwnedData.Benchmarks.Responses;

/// <summary>BSON → JSON: 1,000 notes of about 1 KB, as the sample model stores them. The aim is 150 MB of BSON a second on one core and 0 bytes allocated a document.</summary>
[MemoryDiagnoser]
[Config(typeof(ThroughputConfig))]
public class ResponseWriterBenchmarks : IDisposable
{
    private const int Count = 1000;

    private static readonly EnumDefinition s_status = new("NoteStatus", null, [new EnumMember("DRAFT", null), new EnumMember("FINAL", null)]);

    private static readonly DocumentShape s_place =
        new("Place", [Field("city", ScalarKind.String), Field("country", ScalarKind.String)]);

    private static readonly DocumentShape s_allFields = new(
        "Note",
        [
            new ShapeField("id", "_id", ConditionSet.Always, new GlobalIdShape("Note", IdKind.ObjectId)),
            Field("title", ScalarKind.String),
            Field("body", ScalarKind.String),
            new ShapeField("tags", "tags", ConditionSet.Always, new ListShape(new ScalarShape(ScalarKind.String, IsNullable: false), IsNullable: false)),
            Field("pinned", ScalarKind.Boolean),
            new ShapeField("status", "status", ConditionSet.Always, new EnumShape(s_status, IsNullable: false)),
            new ShapeField("place", "place", ConditionSet.Always, new ObjectShape(s_place, IsNullable: true)),
            Field("createdAt", ScalarKind.DateTime),
            Field("updatedAt", ScalarKind.DateTime),
        ]);

    private static readonly DocumentShape s_fourFields = new(
        "Note",
        [
            new ShapeField("id", "_id", ConditionSet.Always, new GlobalIdShape("Note", IdKind.ObjectId)),
            Field("title", ScalarKind.String),
            new ShapeField("tags", "tags", ConditionSet.Always, new ListShape(new ScalarShape(ScalarKind.String, IsNullable: false), IsNullable: false)),
            Field("createdAt", ScalarKind.DateTime),
        ]);

    private readonly BsonDocument[] _plain = Make(body: string.Concat(Enumerable.Repeat("The quick brown fox jumps over a lazy dog. ", 14))[..600]);
    private readonly BsonDocument[] _escaped = Make(body: string.Concat(Enumerable.Repeat("Zeile \"eins\",\nZeile \"zwei\": äöü ☃ und mehr Text. ", 14))[..600]);
    private readonly ResponseBuffer _buffer = new(64 << 20);
    private readonly ErrorCollector _errors = new();
    private readonly DocumentWriter _writer;

    public ResponseWriterBenchmarks() => _writer = new DocumentWriter(_buffer, _errors, new ResponsePathBuilder(), default);

    /// <summary>The bytes of BSON that one operation reads, for the column of MB/s.</summary>
    internal static long BytesOf(string benchmark)
    {
        using var benchmarks = new ResponseWriterBenchmarks();
        var documents = benchmark == nameof(All_fields_with_escapes) ? benchmarks._escaped : benchmarks._plain;
        return documents.Sum(document => (long)document.Span.Length);
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int All_fields() => Write(_plain, s_allFields);

    [Benchmark(OperationsPerInvoke = Count)]
    public int All_fields_with_escapes() => Write(_escaped, s_allFields);

    [Benchmark(OperationsPerInvoke = Count)]
    public int Four_fields() => Write(_plain, s_fourFields);

    public void Dispose()
    {
        _buffer.Dispose();
        GC.SuppressFinalize(this);
    }

    private static ShapeField Field(string name, ScalarKind kind) =>
        new(name, name, ConditionSet.Always, new ScalarShape(kind, IsNullable: false));

    private static BsonDocument[] Make(string body) => [.. Enumerable.Range(0, Count).Select(i => MakeNote(i, body))];

    private static BsonDocument MakeNote(int number, string body)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteObjectId("_id"u8, ObjectId.Parse($"65f0a1b2c3d4e5f6{number:x8}"));
        writer.WriteString("owner_id"u8, "auth0|65f0a1b2c3d4e5f6a7b8c9d0");
        writer.WriteString("title"u8, $"Note number {number}");
        writer.WriteString("body"u8, body);
        writer.WriteStartArray("tags"u8);
        writer.WriteString("work");
        writer.WriteString("travel");
        writer.WriteString($"tag{number % 10}");
        writer.WriteEndArray();
        writer.WriteBoolean("pinned"u8, number % 2 == 0);
        writer.WriteString("status"u8, number % 3 == 0 ? "DRAFT" : "FINAL");
        writer.WriteStartDocument("place"u8);
        writer.WriteString("city"u8, "Lyon");
        writer.WriteString("country"u8, "France");
        writer.WriteEndDocument();
        writer.WriteDateTime("createdAt"u8, 1_709_296_200_000 + (number * 1001L));
        writer.WriteDateTime("updatedAt"u8, 1_719_296_200_000 + (number * 1001L));
        writer.WriteEndDocument();
        return writer.ToDocument();
    }

    private int Write(BsonDocument[] documents, DocumentShape shape)
    {
        _buffer.Truncate(0);
        foreach (var document in documents)
        {
            _writer.Write(document.Span, shape);
        }

        return _buffer.Length;
    }
}
