using OwnedData.Bson;
using OwnedData.Execution.Responses;
using OwnedData.Schema.Model;

namespace OwnedData.Execution.Tests.Responses;

/// <summary>Random output plans and documents that mostly fit them: the elements are shuffled, some missing, some null, some of another type.</summary>
internal sealed class RandomNotes(int seed)
{
    private static readonly string[] s_texts = ["", "plain", "q\"uo\\te", "line\nbreak\u0001", "äöü ☃ 😀", "DRAFT", "FINAL"];

    private static readonly ScalarKind[] s_scalars =
    [
        ScalarKind.ID, ScalarKind.String, ScalarKind.Int, ScalarKind.Float, ScalarKind.Boolean,
        ScalarKind.Long, ScalarKind.Decimal, ScalarKind.DateTime, ScalarKind.UUID, ScalarKind.JSON,
    ];

    private readonly Random _random = new(seed);
    private int _unselected;

    public bool[] Conditions() => [_random.Next(2) == 0, _random.Next(2) == 0];

    public DocumentShape Object(int depth = 3)
    {
        var fields = new List<ShapeField>();
        for (var i = _random.Next(1, 9); i > 0; i--)
        {
            var condition = _random.Next(-4, 2) is >= 0 and var index ? index : ConditionSet.Always;
            fields.Add(_random.Next(8) == 0
                ? new ShapeField($"r{i}", condition, "Note")
                : new ShapeField($"r{i}", $"f{_random.Next(8)}", condition, Field(depth)));
        }

        return new DocumentShape("Note", [.. fields]);
    }

    public BsonDocument Document(DocumentShape shape)
    {
        using var writer = new BsonWriter();
        WriteObject(writer, shape);
        return writer.ToDocument();
    }

    private FieldShape Field(int depth)
    {
        var isNullable = _random.Next(3) > 0;
        return _random.Next(depth > 0 ? 8 : 5) switch
        {
            < 4 => new ScalarShape(s_scalars[_random.Next(s_scalars.Length)], isNullable),
            4 => new EnumShape(Shapes.NoteStatus, isNullable),
            5 => new ObjectShape(Object(depth - 1), isNullable),
            _ => new ListShape(Field(depth - 1), isNullable),
        };
    }

    private void WriteObject(BsonWriter writer, DocumentShape shape)
    {
        var elements = shape.Fields.Where(field => field.Shape is not null).DistinctBy(field => field.StoredName, StoredNameComparer.Instance).ToArray();
        _random.Shuffle(elements);
        writer.WriteStartDocument();
        foreach (var field in elements.Where(_ => _random.Next(20) > 0))
        {
            if (_random.Next(4) == 0)
            {
                writer.WriteString(System.Text.Encoding.UTF8.GetBytes($"unselected{_unselected++}"), "x");
            }

            writer.WriteName(field.StoredName);
            WriteValue(writer, field.Shape!);
        }

        writer.WriteEndDocument();
    }

    private void WriteValue(BsonWriter writer, FieldShape shape)
    {
        switch (_random.Next(25) == 0 ? null : shape)
        {
            case ListShape list:
                writer.WriteStartArray();
                for (var i = _random.Next(5); i > 0; i--)
                {
                    WriteValue(writer, list.Element);
                }

                writer.WriteEndArray();
                break;
            case ObjectShape embedded:
                WriteObject(writer, embedded.Object);
                break;
            case EnumShape:
                writer.WriteString(_random.Next(2) == 0 ? "DRAFT" : "FINAL");
                break;
            case ScalarShape scalar:
                WriteScalar(writer, scalar.Kind);
                break;
            default:
                WriteScalar(writer, s_scalars[_random.Next(s_scalars.Length)]);
                break;
        }
    }

    private void WriteScalar(BsonWriter writer, ScalarKind kind)
    {
        switch (kind)
        {
            case ScalarKind.Boolean:
                writer.WriteBoolean(_random.Next(2) == 0);
                break;
            case ScalarKind.Int or ScalarKind.Long or ScalarKind.Float or ScalarKind.Decimal:
                WriteNumber(writer);
                break;
            case ScalarKind.DateTime:
                writer.WriteDateTime(_random.NextInt64(-62_135_596_800_000, 253_402_300_800_000) / 1000 * (_random.Next(2) == 0 ? 1 : 1000));
                break;
            case ScalarKind.UUID:
                writer.WriteBinary(Bytes(16), subtype: 4);
                break;
            case ScalarKind.ID when _random.Next(2) == 0:
                writer.WriteObjectId(new ObjectId(Bytes(12)));
                break;
            case ScalarKind.JSON when _random.Next(2) == 0:
                writer.WriteStartDocument();
                writer.WriteName("a\""u8);
                WriteScalar(writer, s_scalars[_random.Next(s_scalars.Length)]);
                writer.WriteEndDocument();
                break;
            case ScalarKind.JSON when _random.Next(4) == 0:
                writer.WriteNull();
                break;
            default:
                writer.WriteString(s_texts[_random.Next(s_texts.Length)]);
                break;
        }
    }

    private void WriteNumber(BsonWriter writer)
    {
        switch (_random.Next(5))
        {
            case 0:
                writer.WriteDouble(_random.Next(-1000, 1000) / 4.0);
                break;
            case 1:
                writer.WriteDecimal128(Decimal128.Parse($"{_random.Next(-1000, 1000)}.{_random.Next(3)}0"));
                break;
            case 2:
                writer.WriteInt64(_random.NextInt64(-(1L << 50), 1L << 50));
                break;
            default:
                writer.WriteInt32(_random.Next(int.MinValue, int.MaxValue));
                break;
        }
    }

    private byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        _random.NextBytes(bytes);
        return bytes;
    }
}
