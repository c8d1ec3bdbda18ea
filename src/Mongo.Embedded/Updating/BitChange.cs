using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Updating;

/// <summary>`$bit`: and, or, xor with whole numbers, one after the other; where nothing was, on zero. The result has the wider of the types.</summary>
internal sealed class BitChange : ValueChange
{
    private readonly List<(Func<long, long, long> Operation, Operand Mask)> _steps = [];

    private BitChange()
    {
    }

    internal override Operand? Initial => ResultOnZero();

    internal static BitChange Parse(BsonValue argument)
    {
        if (argument.Type != BsonType.Document)
        {
            throw Wrong($"The $bit modifier is not compatible with a {argument.Type}. You must pass in an embedded document: {{$bit: {{field: {{and/or/xor: #}}}}");
        }

        var change = new BitChange();
        var reader = new BsonReader(argument.Bytes);
        while (reader.Read())
        {
            var name = Encoding.UTF8.GetString(reader.NameSpan);
            Func<long, long, long> operation = name switch
            {
                "and" => static (left, right) => left & right,
                "or" => static (left, right) => left | right,
                "xor" => static (left, right) => left ^ right,
                _ => throw Wrong($"The $bit modifier only supports 'and', 'or', and 'xor', not '{name}' which is an unknown operator"),
            };
            change._steps.Add(reader.ElementType is BsonType.Int32 or BsonType.Int64
                ? (operation, Operand.From(reader.Value))
                : throw Wrong($"The $bit modifier field must be an Integer(32/64 bit); a '{reader.ElementType}' is not supported here"));
        }

        return change._steps.Count > 0
            ? change
            : throw Wrong("You must pass in at least one bitwise operation. The format is: {$bit: {field: {and/or/xor: #}}");
    }

    internal override bool Write(BsonValue value, string path, BsonWriter output)
    {
        if (value.Type is not (BsonType.Int32 or BsonType.Int64))
        {
            throw Wrong($"Cannot apply $bit to a value of non-integral type. The field '{path}' is of type {value.Type}");
        }

        var isNarrow = value.Type == BsonType.Int32;
        var number = ValueOf(value);
        foreach (var (operation, mask) in _steps)
        {
            isNarrow &= mask.Type == BsonType.Int32;
            number = operation(number, ValueOf(mask.Value));
        }

        if (isNarrow)
        {
            output.WriteInt32((int)number);
        }
        else
        {
            output.WriteInt64(number);
        }

        return false;
    }

    private static long ValueOf(BsonValue value) => value.Type == BsonType.Int32 ? value.AsInt32() : value.AsInt64();

    private static StoreException Wrong(string message) => new(StoreErrorCode.BadValue, message);
}
