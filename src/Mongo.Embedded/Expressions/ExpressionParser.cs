using System.Collections.Immutable;
using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions;

/// <summary>Parses what stages compute: literals, field paths, documents and arrays of them. Operators are refused by name, all but `$literal`.</summary>
internal static class ExpressionParser
{
    private const int MaximumDepth = 100;

    internal static Expression Parse(BsonValue value) => Parse(value, depth: 0);

    /// <summary>Whether a document is an operator with its arguments, and not a document of fields.</summary>
    internal static bool IsOperator(BsonValue value)
    {
        if (value.Type != BsonType.Document)
        {
            return false;
        }

        var reader = new BsonReader(value.Bytes);
        return reader.Read() && reader.NameSpan is [(byte)'$', ..];
    }

    private static Expression Parse(BsonValue value, int depth)
    {
        if (depth > MaximumDepth)
        {
            throw new StoreException(StoreErrorCode.Overflow, $"An expression is nested deeper than {MaximumDepth} levels");
        }

        return value.Type switch
        {
            BsonType.String when value.AsString() is [(byte)'$', (byte)'$', ..] => ParseVariable(value.AsString()[2..]),
            BsonType.String when value.AsString() is [(byte)'$', ..] => ParseField(value.AsString()[1..]),
            BsonType.Document when IsOperator(value) => ParseOperator(value),
            BsonType.Document => ParseDocument(value, depth),
            BsonType.Array => ParseArray(value, depth),
            _ => new LiteralExpression(Operand.From(value)),
        };
    }

    private static Expression ParseVariable(ReadOnlySpan<byte> text)
    {
        var dot = text.IndexOf((byte)'.');
        var name = dot < 0 ? text : text[..dot];
        if (name.SequenceEqual("ROOT"u8) || name.SequenceEqual("CURRENT"u8))
        {
            return dot < 0 ? new FieldExpression(path: null) : ParseField(text[(dot + 1)..]);
        }

        return text.SequenceEqual("REMOVE"u8)
            ? new LiteralExpression(value: null)
            : throw new StoreException(StoreErrorCode.UndefinedVariable, $"Use of undefined variable: {Encoding.UTF8.GetString(name)}");
    }

    private static FieldExpression ParseField(ReadOnlySpan<byte> text)
    {
        var path = FieldPath.Parse(text);
        return path.CheckFieldNames() is { } error ? throw error : new FieldExpression(path);
    }

    private static LiteralExpression ParseOperator(BsonValue value)
    {
        var reader = new BsonReader(value.Bytes);
        reader.Read();
        var name = Encoding.UTF8.GetString(reader.NameSpan);
        var literal = new LiteralExpression(Operand.From(reader.Value));
        return name == "$literal" && !reader.Read()
            ? literal
            : throw new StoreException(StoreErrorCode.InvalidPipelineOperator, $"Unrecognized expression '{name}'");
    }

    private static DocumentExpression ParseDocument(BsonValue value, int depth)
    {
        var fields = ImmutableArray.CreateBuilder<(byte[], Expression)>();
        var reader = new BsonReader(value.Bytes);
        while (reader.Read())
        {
            var name = FieldPath.Parse(reader.NameSpan);
            if (name.CheckFieldNames() is { } error)
            {
                throw error;
            }

            fields.Add(name.Length == 1
                ? (reader.NameSpan.ToArray(), Parse(reader.Value, depth + 1))
                : throw new StoreException(StoreErrorCode.DottedFieldName, $"FieldPath field names may not contain '.': '{name}'"));
        }

        return new DocumentExpression(fields.ToImmutable());
    }

    private static ArrayExpression ParseArray(BsonValue value, int depth)
    {
        var elements = ImmutableArray.CreateBuilder<Expression>();
        var reader = new BsonReader(value.Bytes);
        while (reader.Read())
        {
            elements.Add(Parse(reader.Value, depth + 1));
        }

        return new ArrayExpression(elements.ToImmutable());
    }
}
