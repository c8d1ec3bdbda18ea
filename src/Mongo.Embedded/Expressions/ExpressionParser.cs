using System.Collections.Immutable;
using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions;

/// <summary>Parses expressions: literals, field paths, variables, documents and arrays, and the operators of <see cref="OperatorTable"/>.</summary>
internal sealed class ExpressionParser(Scope scope, int depth = 0)
{
    private const int MaximumDepth = 100;

    internal Scope Scope => scope;

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

    internal Expression Parse(BsonValue value)
    {
        if (depth > MaximumDepth)
        {
            throw new StoreException(StoreErrorCode.Overflow, $"An expression is nested deeper than {MaximumDepth} levels");
        }

        return value.Type switch
        {
            BsonType.String when value.AsString() is [(byte)'$', (byte)'$', ..] => ParseVariable(value.AsString()[2..]),
            BsonType.String when value.AsString() is [(byte)'$'] => throw ExpressionError.Create(16872, "'$' by itself is not a valid FieldPath"),
            BsonType.String when value.AsString() is [(byte)'$', ..] => ParseField(scope.Current, value.AsString()[1..]),
            BsonType.Document when IsOperator(value) => ParseOperator(value),
            BsonType.Document => ParseDocument(value),
            BsonType.Array => new ArrayExpression(ParseElements(value)),
            _ => new LiteralExpression(Operand.From(value)),
        };
    }

    /// <summary>A parser for what stands inside, where other variables may be known.</summary>
    internal ExpressionParser Inside(Scope inner) => new(inner, depth + 1);

    /// <summary>An operator's arguments: an array's elements, or the one that stands without an array.</summary>
    internal ImmutableArray<Expression> ParseArguments(BsonValue value) =>
        value.Type == BsonType.Array ? ParseElements(value) : [Inside(scope).Parse(value)];

    private ImmutableArray<Expression> ParseElements(BsonValue array)
    {
        var elements = ImmutableArray.CreateBuilder<Expression>();
        var inside = Inside(scope);
        var reader = new BsonReader(array.Bytes);
        while (reader.Read())
        {
            elements.Add(inside.Parse(reader.Value));
        }

        return elements.ToImmutable();
    }

    private Expression ParseVariable(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            throw ExpressionError.Create(16869, "empty variable names are not allowed");
        }

        var dot = text.IndexOf((byte)'.');
        var name = Encoding.UTF8.GetString(dot < 0 ? text : text[..dot]);
        if (name == "REMOVE")
        {
            return new LiteralExpression(value: null);
        }

        var slot = scope.Find(name);
        return dot < 0 ? new FieldExpression(slot, path: null) : ParseField(slot, text[(dot + 1)..]);
    }

    private static FieldExpression ParseField(int slot, ReadOnlySpan<byte> text)
    {
        var path = FieldPath.Parse(text);
        return path.CheckFieldNames() is { } error ? throw error : new FieldExpression(slot, path);
    }

    private Expression ParseOperator(BsonValue value)
    {
        var reader = new BsonReader(value.Bytes);
        reader.Read();
        var name = Encoding.UTF8.GetString(reader.NameSpan);
        var argument = reader.Value;
        if (reader.Read())
        {
            throw ExpressionError.Create(15983, $"An object representing an expression must have exactly one field: the first is '{name}'");
        }

        return OperatorTable.Operators.TryGetValue(name, out var parse)
            ? parse(new OperatorCall(name, this), argument)
            : throw new StoreException(StoreErrorCode.InvalidPipelineOperator, $"Unrecognized expression '{name}'");
    }

    private DocumentExpression ParseDocument(BsonValue value)
    {
        var fields = ImmutableArray.CreateBuilder<(byte[], Expression)>();
        var inside = Inside(scope);
        var reader = new BsonReader(value.Bytes);
        while (reader.Read())
        {
            var name = FieldPath.Parse(reader.NameSpan);
            if (name.CheckFieldNames() is { } error)
            {
                throw error;
            }

            fields.Add(name.Length == 1
                ? (reader.NameSpan.ToArray(), inside.Parse(reader.Value))
                : throw new StoreException(StoreErrorCode.DottedFieldName, $"FieldPath field names may not contain '.': '{name}'"));
        }

        return new DocumentExpression(fields.ToImmutable());
    }
}
