using System.Globalization;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;
using OwnedData.Mongo.Embedded.Updating;

namespace OwnedData.Mongo.Embedded.Grouping;

/// <summary>`$sum` and `$avg`: what is no number does not count. Integers are added exactly; the sum has the widest type that was met, or that it needs.</summary>
internal sealed class SumAccumulator(bool isAverage) : Accumulator
{
    private Int128 _integers;
    private double _doubles;
    private Decimal128? _decimals;
    private BsonType _widest = BsonType.Int32;
    private long _count;

    internal override Operand Result => isAverage ? Average() : Sum();

    internal override int Add(Operand? value)
    {
        if (value is not { } operand || !operand.Value.IsNumber)
        {
            return 0;
        }

        _count++;
        var number = operand.Value;
        switch (number.Type)
        {
            case BsonType.Decimal128:
                _decimals = DecimalSum.Add(_decimals ?? Zero, number.AsDecimal128());
                break;
            case BsonType.Double:
                _doubles += number.AsDouble();
                _widest = BsonType.Double;
                break;
            default:
                _integers += number.Type == BsonType.Int32 ? number.AsInt32() : number.AsInt64();
                _widest = _widest == BsonType.Int32 ? number.Type : _widest;
                break;
        }

        return 0;
    }

    private static Decimal128 Zero => Decimal128.Parse("0");

    private Operand Average() =>
        _count == 0 ? new Operand(BsonType.Null, default)
        : _decimals is null ? Write(writer => writer.WriteDouble("a"u8, ((double)_integers + _doubles) / _count))
        : throw new StoreException(StoreErrorCode.BadValue, "The embedded store does not average decimals");

    private Operand Sum() => Write(writer =>
    {
        if (_decimals is { } decimals)
        {
            var rest = DecimalSum.Add(decimals, Decimal128.Parse(_integers.ToString(CultureInfo.InvariantCulture)));
            writer.WriteDecimal128("a"u8, _widest == BsonType.Double ? DecimalSum.Add(rest, Decimal128.Parse(_doubles.ToString("E14", CultureInfo.InvariantCulture))) : rest);
        }
        else if (_widest == BsonType.Double || _integers > long.MaxValue || _integers < long.MinValue)
        {
            writer.WriteDouble("a"u8, (double)_integers + _doubles);
        }
        else if (_widest == BsonType.Int64 || _integers > int.MaxValue || _integers < int.MinValue)
        {
            writer.WriteInt64("a"u8, (long)_integers);
        }
        else
        {
            writer.WriteInt32("a"u8, (int)_integers);
        }
    });

    private static Operand Write(Action<BsonWriter> write)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        write(writer);
        writer.WriteEndDocument();
        var reader = new BsonReader(writer.WrittenSpan);
        reader.Read();
        return Operand.From(reader.Value);
    }
}
