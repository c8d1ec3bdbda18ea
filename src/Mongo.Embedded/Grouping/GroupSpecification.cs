using System.Collections.Immutable;
using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Expressions;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Grouping;

/// <summary>A parsed `$group`: what makes a group, and what is computed of it.</summary>
internal sealed record GroupSpecification(Expression Id, ImmutableArray<GroupField> Fields)
{
    internal static GroupSpecification Parse(BsonDocument specification)
    {
        Expression? id = null;
        var fields = ImmutableArray.CreateBuilder<GroupField>();
        var reader = new BsonReader(specification.Span);
        while (reader.Read())
        {
            if (reader.NameSpan.SequenceEqual("_id"u8))
            {
                id = ExpressionParser.Parse(reader.Value);
            }
            else
            {
                fields.Add(ParseField(reader.NameSpan, reader.Value));
            }
        }

        return new GroupSpecification(id ?? throw new StoreException(StoreErrorCode.GroupWithoutId, "a group specification must include an _id"), fields.ToImmutable());
    }

    private static GroupField ParseField(ReadOnlySpan<byte> name, BsonValue value)
    {
        var field = Encoding.UTF8.GetString(name);
        if (name.Contains((byte)'.'))
        {
            throw new StoreException(StoreErrorCode.GroupFieldIsPath, $"The field name '{field}' cannot contain '.'");
        }

        if (!ExpressionParser.IsOperator(value))
        {
            throw new StoreException(StoreErrorCode.GroupFieldNotAccumulator, $"The field '{field}' must be an accumulator object");
        }

        var reader = new BsonReader(value.Bytes);
        reader.Read();
        var accumulator = Encoding.UTF8.GetString(reader.NameSpan);
        var create = Find(accumulator);
        var expression = accumulator == "$count" ? ParseCount(reader.Value) : ExpressionParser.Parse(reader.Value);
        return reader.Read()
            ? throw new StoreException(StoreErrorCode.GroupFieldManyAccumulators, $"The field '{field}' must specify one accumulator")
            : new GroupField(name.ToArray(), expression, create);
    }

    private static Func<Accumulator> Find(string name) => name switch
    {
        "$sum" or "$count" => () => new SumAccumulator(isAverage: false),
        "$avg" => () => new SumAccumulator(isAverage: true),
        "$min" => () => new ChoiceAccumulator(skipsNull: true, (chosen, next) => BsonComparer.Compare(next.Value, chosen.Value) < 0),
        "$max" => () => new ChoiceAccumulator(skipsNull: true, (chosen, next) => BsonComparer.Compare(next.Value, chosen.Value) > 0),
        "$first" => () => new ChoiceAccumulator(skipsNull: false, (_, _) => false),
        "$last" => () => new ChoiceAccumulator(skipsNull: false, (_, _) => true),
        "$push" => () => new ListAccumulator(isSet: false),
        "$addToSet" => () => new ListAccumulator(isSet: true),
        _ => throw new StoreException(StoreErrorCode.UnknownGroupOperator, $"unknown group operator '{name}'"),
    };

    private static LiteralExpression ParseCount(BsonValue argument) =>
        argument.Type == BsonType.Document && !new BsonReader(argument.Bytes).Read()
            ? new LiteralExpression(new Operand(BsonType.Int32, new byte[] { 1, 0, 0, 0 }))
            : throw new StoreException(StoreErrorCode.TypeMismatch, "$count takes no arguments, i.e. $count:{}");
}
