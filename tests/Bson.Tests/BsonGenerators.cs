using FsCheck;
using FsCheck.Fluent;

namespace OwnedData.Bson.Tests;

/// <summary>Random documents of every type, as a writing step each, so they go through the writer as a caller's would.</summary>
internal static class BsonGenerators
{
    private const ulong QuietNaN = 0x7FF8_0000_0000_0000;

    internal static Gen<int> Int32 { get; } =
        Gen.OneOf(Gen.Choose(-3, 3), Gen.Choose(int.MinValue, int.MaxValue), Gen.Elements(int.MinValue, int.MaxValue));

    internal static Gen<long> Int64 { get; } = Gen.OneOf(
        Int32.Select(value => (long)value),
        Gen.Elements(long.MinValue, long.MaxValue, (1L << 53) + 1, -(1L << 53) - 1),
        Gen.Two(Int32).Select(pair => ((long)pair.Item1 << 32) | (uint)pair.Item2));

    internal static Gen<double> Double { get; } = Gen.OneOf(
        Gen.Elements(0.0, -0.0, 0.1, double.Epsilon, double.MaxValue, double.MinValue, double.PositiveInfinity, double.NegativeInfinity),
        Int64.Select(value => (double)value),
        Int64.Select(BitConverter.Int64BitsToDouble).Select(value => double.IsNaN(value) ? BitConverter.UInt64BitsToDouble(QuietNaN) : value));

    internal static Gen<Decimal128> Decimal128 { get; } = Gen.OneOf(
        Gen.Elements("NaN", "Infinity", "-Infinity", "-0", "0E+6111", "1E-6176").Select(Bson.Decimal128.Parse),
        from coefficient in Int64
        from exponent in Gen.OneOf(Gen.Choose(-40, 40), Gen.Choose(-6176, 6111))
        select Bson.Decimal128.Parse($"{coefficient}E{exponent}"));

    /// <summary>Any text that UTF-8 can hold.</summary>
    internal static Gen<string> Text { get; } =
        Gen.Elements("a", "ä", "世", "👋", "\0", "\"", "\\", "\n", "\u0001", "\u007f", "\u2028", "$", ".", "</").ArrayOf().Select(string.Concat);

    /// <summary>Text that is also a name: no zero byte, and no dollar, which Extended JSON could take for a type.</summary>
    internal static Gen<string> Name { get; } =
        Text.Select(text => text.Replace("\0", "", StringComparison.Ordinal).Replace("$", "", StringComparison.Ordinal));

    internal static Gen<byte[]> Bytes { get; } = Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf();

    internal static Gen<BsonDocument> Document { get; } = Gen.Sized(size => Elements(size).Select(ToDocument));

    internal static BsonDocument ToDocument(Action<BsonWriter> writeElements)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writeElements(writer);
        writer.WriteEndDocument();
        return writer.ToDocument();
    }

    private static Gen<Action<BsonWriter>> Elements(int size) =>
        from count in Gen.Choose(0, Math.Min(size, 6))
        from elements in Gen.Zip(Name, Value(size / 3)).ListOf(count)
        select (Action<BsonWriter>)(writer =>
        {
            foreach (var (name, write) in elements)
            {
                writer.WriteName(System.Text.Encoding.UTF8.GetBytes(name));
                write(writer);
            }
        });

    private static Gen<Action<BsonWriter>> Value(int size) =>
        size == 0 ? Scalar() : Gen.Frequency((3, Scalar()), (1, Nested(size)), (1, Array(size)));

    private static Gen<Action<BsonWriter>> Nested(int size) => Elements(size).Select(elements => (Action<BsonWriter>)(writer =>
    {
        writer.WriteStartDocument();
        elements(writer);
        writer.WriteEndDocument();
    }));

    private static Gen<Action<BsonWriter>> Array(int size) => Value(size / 3).ListOf(Math.Min(size, 12)).Select(values =>
        (Action<BsonWriter>)(writer =>
        {
            writer.WriteStartArray();
            foreach (var write in values)
            {
                write(writer);
            }

            writer.WriteEndArray();
        }));

    private static Gen<Action<BsonWriter>> Scalar() => Gen.OneOf(
        Write(Int32, (writer, value) => writer.WriteInt32(value)),
        Write(Int64, (writer, value) => writer.WriteInt64(value)),
        Write(Int64, (writer, value) => writer.WriteDateTime(value)),
        Write(Int64, (writer, value) => writer.WriteTimestamp((ulong)value)),
        Write(Double, (writer, value) => writer.WriteDouble(value)),
        Write(Decimal128, (writer, value) => writer.WriteDecimal128(value)),
        Write(Text, (writer, value) => writer.WriteString(value)),
        Write(Bytes, (writer, value) => writer.WriteBinary(value, value.FirstOrDefault())),
        Write(Name, (writer, value) => writer.WriteRegularExpression(value, "mxi")),
        Write(Bytes, (writer, value) => writer.WriteObjectId(new ObjectId([.. value.Concat(new byte[12]).Take(12)]))),
        Write(Int32, (writer, value) => writer.WriteBoolean(value > 0)),
        Write(
            Gen.Elements(BsonType.Null, BsonType.Undefined, BsonType.MinKey, BsonType.MaxKey),
            (writer, type) => writer.WriteValue(new BsonValue(type, []))),
        Write(Outdated(), (writer, value) => writer.WriteDocument(value)));

    private static Gen<BsonDocument> Outdated() => Gen.Elements(
        BsonDocument.Empty,
        BsonDocument.Parse("""{"a": {"$symbol": "s"}, "b": {"$code": "c"}, "d": {"$code": "", "$scope": {"x": {"$minKey": 1}}}}"""),
        BsonDocument.Parse("""{"a": {"$dbPointer": {"$ref": "b", "$id": {"$oid": "56e1fc72e0c917e9c4714161"}}}}"""));

    private static Gen<Action<BsonWriter>> Write<T>(Gen<T> values, Action<BsonWriter, T> write) =>
        values.Select(value => (Action<BsonWriter>)(writer => write(writer, value)));
}
