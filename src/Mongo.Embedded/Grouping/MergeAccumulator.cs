using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Expressions;
using OwnedData.Mongo.Embedded.Expressions.Arithmetic;
using OwnedData.Mongo.Embedded.Expressions.Objects;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Grouping;

/// <summary>`$mergeObjects`: one document of all fields, each with its last value.</summary>
internal sealed class MergeAccumulator : Accumulator
{
    private readonly FieldList _fields = new();

    internal override Operand Result => _fields.ToDocument();

    internal override int Add(Operand? value)
    {
        if (Numbers.IsNull(value))
        {
            return 0;
        }

        var before = _fields.Bytes;
        _fields.AddAll(value.Value.Type == BsonType.Document
            ? Operand.From(value.Value.Value)
            : throw ExpressionError.Create(40400, $"$mergeObjects requires object inputs, but input is of type {ExpressionError.TypeOf(value)}"));
        return (int)(_fields.Bytes - before);
    }
}
