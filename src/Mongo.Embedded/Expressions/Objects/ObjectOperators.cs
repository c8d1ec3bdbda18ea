using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Expressions.Arithmetic;
using OwnedData.Mongo.Embedded.Expressions.Arrays;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions.Objects;

/// <summary>`$mergeObjects $objectToArray $arrayToObject`.</summary>
internal static class ObjectOperators
{
    internal static Operand? Merge(ReadOnlySpan<Operand?> arguments, Evaluation evaluation)
    {
        var fields = new FieldList();
        foreach (var argument in arguments)
        {
            if (!Numbers.IsNull(argument))
            {
                evaluation.Work(argument.Value.Length);
                fields.AddAll(argument.Value is { Type: BsonType.Document } document
                    ? document
                    : throw ExpressionError.Create(40400, $"$mergeObjects requires object inputs, but input is of type {ExpressionError.TypeOf(argument)}"));
                evaluation.CheckSize(fields.Bytes);
            }
        }

        return fields.ToDocument();
    }

    internal static Operand? ToArray(ReadOnlySpan<Operand?> arguments, Evaluation evaluation)
    {
        if (Numbers.IsNull(arguments[0]))
        {
            return Operand.Null;
        }

        if (arguments[0] is not { Type: BsonType.Document } document)
        {
            throw ExpressionError.Create(40390, $"$objectToArray requires a document input, found: {ExpressionError.TypeOf(arguments[0])}");
        }

        var pairs = new ValueList(evaluation);
        var reader = new BsonReader(document.Value.Bytes);
        while (reader.Read())
        {
            using var pair = new BsonWriter();
            pair.WriteStartDocument();
            pair.WriteString("k"u8, reader.NameSpan);
            pair.WriteValue("v"u8, reader.Value);
            pair.WriteEndDocument();
            pairs.Add(Operand.From(pair.ToDocument()));
        }

        return pairs.ToArray();
    }

    internal static Operand? FromArray(ReadOnlySpan<Operand?> arguments, Evaluation evaluation)
    {
        if (Numbers.IsNull(arguments[0]))
        {
            return Operand.Null;
        }

        var elements = ArrayValues.Elements(arguments[0], 40386, "$arrayToObject requires an array input", evaluation);
        var fields = new FieldList();
        foreach (var element in elements)
        {
            if (element.Type != elements[0].Type)
            {
                throw ExpressionError.Create(
                    elements[0].Type == BsonType.Array ? 40396 : 40391,
                    $"$arrayToObject requires a consistent input format. Elements must all be arrays or all be objects, found: {ExpressionError.TypeOf(element)}");
            }

            var (name, value) = PairOf(element);
            fields.Add(name, value);
            evaluation.Work(value.Length);
        }

        return fields.ToDocument();
    }

    private static (byte[] Name, Operand Value) PairOf(Operand element) => element.Type switch
    {
        BsonType.Array => element.Elements() is [var name, var value]
            ? (NameOf(name, 40395), value)
            : throw ExpressionError.Create(40397, "$arrayToObject requires an array of size 2 arrays"),
        BsonType.Document => PairOfDocument(element),
        _ => throw ExpressionError.Create(40398, $"Unrecognised input type format for $arrayToObject: {ExpressionError.TypeOf(element)}"),
    };

    private static (byte[] Name, Operand Value) PairOfDocument(Operand element)
    {
        if (element.Elements().Count != 2)
        {
            throw ExpressionError.Create(40392, "$arrayToObject requires an object keys of 'k' and 'v'. Found incorrect number of keys");
        }

        return FieldPath.TryFind(element.Value.Bytes, "k"u8, out var name) && FieldPath.TryFind(element.Value.Bytes, "v"u8, out var value)
            ? (NameOf(Operand.At(name, element.Bytes), 40394), Operand.At(value, element.Bytes))
            : throw ExpressionError.Create(40393, "$arrayToObject requires an object with keys 'k' and 'v'. Missing either or both keys");
    }

    private static byte[] NameOf(Operand value, int code)
    {
        var name = value.Type == BsonType.String
            ? value.Value.AsString()
            : throw ExpressionError.Create(code, $"$arrayToObject requires keys to be of type string, found: {ExpressionError.TypeOf(value)}");
        return name.Contains((byte)0) ? throw ExpressionError.Create(4940400, "Key field cannot contain an embedded null byte") : name.ToArray();
    }
}
