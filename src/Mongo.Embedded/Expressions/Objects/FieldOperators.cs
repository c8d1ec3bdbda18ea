using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Expressions.Arithmetic;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions.Objects;

/// <summary>`$getField $setField $unsetField`: fields of any name, dots and dollars included.</summary>
internal static class FieldOperators
{
    internal static Expression ParseGet(OperatorCall call, BsonValue argument)
    {
        if (argument.Type == BsonType.Document && !ExpressionParser.IsOperator(argument))
        {
            var named = call.Named(argument, notDocument: 3041700, unknown: 3041701, "field", "input");
            return new CallExpression([named.Required("field", 3041702), named.Required("input", 3041703)], Get);
        }

        return new CallExpression([call.Parse(argument), new FieldExpression(call.Parser.Scope.Current, path: null)], Get);
    }

    internal static Expression ParseSet(OperatorCall call, BsonValue argument)
    {
        var named = call.Named(argument, notDocument: 4161100, unknown: 4161101, "field", "input", "value");
        return new CallExpression([named.Required("field", 4161102), named.Required("input", 4161109), named.Required("value", 4161103)], Set);
    }

    internal static Expression ParseUnset(OperatorCall call, BsonValue argument)
    {
        var named = call.Named(argument, notDocument: 4161110, unknown: 4161111, "field", "input");
        return new CallExpression([named.Required("field", 4161112), named.Required("input", 4161109), new LiteralExpression(value: null)], Set);
    }

    private static Operand? Get(ReadOnlySpan<Operand?> arguments, Evaluation evaluation)
    {
        var name = NameOf(arguments[0], 3041704, "$getField");
        if (Numbers.IsNull(arguments[1]))
        {
            return arguments[1];
        }

        var input = arguments[1]!.Value;
        return input.Type == BsonType.Document && FieldPath.TryFind(input.Value.Bytes, name, out var field) ? Operand.At(field, input.Bytes) : null;
    }

    // Without a value the field goes.
    private static Operand? Set(ReadOnlySpan<Operand?> arguments, Evaluation evaluation)
    {
        var name = NameOf(arguments[0], 4161106, "$setField");
        if (Numbers.IsNull(arguments[1]))
        {
            return Operand.Null;
        }

        if (arguments[1] is not { Type: BsonType.Document } input)
        {
            throw ExpressionError.Create(4161105, $"$setField requires 'input' to evaluate to type Object, found: {ExpressionError.TypeOf(arguments[1])}");
        }

        var fields = new FieldList();
        var reader = new BsonReader(input.Value.Bytes);
        while (reader.Read())
        {
            if (arguments[2] is not null || !reader.NameSpan.SequenceEqual(name))
            {
                fields.Add(reader.NameSpan.ToArray(), Operand.At(reader, input.Bytes));
            }
        }

        if (arguments[2] is { } value)
        {
            fields.Add(name.ToArray(), value);
            evaluation.CheckSize(fields.Bytes);
        }

        return fields.ToDocument();
    }

    private static ReadOnlySpan<byte> NameOf(Operand? value, int code, string name)
    {
        if (value is not { Type: BsonType.String } text)
        {
            throw ExpressionError.Create(code, $"{name} requires 'field' to evaluate to type String, but got {ExpressionError.TypeOf(value)}");
        }

        return text.Value.AsString().Contains((byte)0)
            ? throw ExpressionError.Create(code, $"{name} requires 'field' to have no null byte")
            : text.Value.AsString();
    }
}
