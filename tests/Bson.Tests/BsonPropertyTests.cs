using FsCheck;
using FsCheck.Fluent;

namespace OwnedData.Bson.Tests;

public sealed class BsonPropertyTests
{
    private static readonly Config s_config = Config.QuickThrowOnFailure.WithMaxTest(1000);

    [Fact]
    public void What_is_written_is_valid_and_reads_back_the_same() => Check(BsonGenerators.Document, document =>
    {
        BsonValidator.Validate(document.Span);
        using var writer = new BsonWriter();
        CopyByType(writer, document.Span);
        return writer.ToDocument() == document;
    });

    [Fact]
    public void Canonical_text_keeps_every_byte() => Check(BsonGenerators.Document, document =>
        ExtendedJson.Parse(ExtendedJson.Write(document.Span, canonical: true)) == document);

    [Fact]
    public void Relaxed_text_is_the_same_once_it_has_been_parsed() => Check(BsonGenerators.Document, document =>
    {
        var text = document.ToString();
        return BsonDocument.Parse(text).ToString() == text;
    });

    [Fact]
    public void A_decimals_text_leads_back_to_its_bits() =>
        Check(BsonGenerators.Decimal128, value => Decimal128.Parse(value.ToString()) == value);

    [Fact]
    public void A_decimals_bits_lead_back_to_its_number() =>
        Check(Gen.Two(BsonGenerators.Int64).Select(pair => new Decimal128((ulong)pair.Item1, (ulong)pair.Item2)), value =>
            Decimal128.Parse(value.ToString()).CompareTo(value) == 0);

    [Fact]
    public void Integers_doubles_and_decimals_agree_on_their_order() =>
        Check(Gen.Zip(BsonGenerators.Int64, BsonGenerators.Int64), pair =>
        {
            var left = Decimal128.Parse($"{pair.Item1}.000");
            var right = (double)pair.Item2;
            return left.CompareTo(pair.Item2) == pair.Item1.CompareTo(pair.Item2)
                && left.CompareTo(right) == ((Int128)pair.Item1).CompareTo((Int128)right)
                && left.CompareTo(Decimal128.Parse(pair.Item2.ToString())) == pair.Item1.CompareTo(pair.Item2);
        });

    [Fact]
    public void A_decimal_that_equals_a_double_lies_between_its_neighbours() =>
        Check(Gen.Choose(1, (1 << 30) - 1), mantissa =>
        {
            // Decimals of at most 34 digits hold mantissa / 2^20 exactly.
            var lower = mantissa / (double)(1 << 20);
            var exact = Decimal128.Parse(((decimal)mantissa / (1 << 20)).ToString());
            return exact.CompareTo(lower) == 0 && exact.CompareTo(double.BitIncrement(lower)) < 0 && exact.CompareTo(double.BitDecrement(lower)) > 0;
        });

    private static void Check<T>(Gen<T> values, Func<T, bool> property) => Prop.ForAll(values.ToArbitrary(), property).Check(s_config);

    private static void CopyByType(BsonWriter writer, ReadOnlySpan<byte> document)
    {
        writer.WriteStartDocument();
        var reader = new BsonReader(document);
        while (reader.Read())
        {
            writer.WriteName(reader.NameSpan);
            CopyValue(writer, reader.Value);
        }

        writer.WriteEndDocument();
    }

    private static void CopyArray(BsonWriter writer, ReadOnlySpan<byte> array)
    {
        writer.WriteStartArray();
        var reader = new BsonReader(array);
        while (reader.Read())
        {
            CopyValue(writer, reader.Value);
        }

        writer.WriteEndArray();
    }

    private static void CopyValue(BsonWriter writer, BsonValue value)
    {
        switch (value.Type)
        {
            case BsonType.Double:
                writer.WriteDouble(value.AsDouble());
                break;
            case BsonType.String:
                writer.WriteString(System.Text.Encoding.UTF8.GetString(value.AsString()));
                break;
            case BsonType.Document:
                using (var inner = new BsonWriter())
                {
                    CopyByType(inner, value.AsDocument());
                    writer.WriteDocument(inner.WrittenSpan);
                }

                break;
            case BsonType.Array:
                CopyArray(writer, value.AsArray());
                break;
            default:
                CopyScalar(writer, value);
                break;
        }
    }

    private static void CopyScalar(BsonWriter writer, BsonValue value)
    {
        switch (value.Type)
        {
            case BsonType.Binary:
                var content = value.AsBinary(out var subtype);
                writer.WriteBinary(content, subtype);
                break;
            case BsonType.ObjectId:
                writer.WriteObjectId(value.AsObjectId());
                break;
            case BsonType.Boolean:
                writer.WriteBoolean(value.AsBoolean());
                break;
            case BsonType.DateTime:
                writer.WriteDateTime(value.AsDateTime());
                break;
            case BsonType.Int32:
                writer.WriteInt32(value.AsInt32());
                break;
            case BsonType.Int64:
                writer.WriteInt64(value.AsInt64());
                break;
            case BsonType.Timestamp:
                writer.WriteTimestamp(value.AsTimestamp());
                break;
            case BsonType.Decimal128:
                writer.WriteDecimal128(value.AsDecimal128());
                break;
            default:
                writer.WriteValue(value);
                break;
        }
    }
}
