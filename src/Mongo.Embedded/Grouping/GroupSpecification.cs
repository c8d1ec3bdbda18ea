using System.Collections.Immutable;
using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Expressions;
using OwnedData.Mongo.Embedded.Expressions.Logic;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Grouping;

/// <summary>A parsed `$group`: what makes a group, and what is computed of it.</summary>
internal sealed record GroupSpecification(Expression Id, ImmutableArray<GroupField> Fields, Evaluation Evaluation)
{
    internal static GroupSpecification Parse(BsonDocument specification, Scope scope)
    {
        var parser = new ExpressionParser(scope);
        Expression? id = null;
        var fields = ImmutableArray.CreateBuilder<GroupField>();
        var reader = new BsonReader(specification.Span);
        while (reader.Read())
        {
            if (reader.NameSpan.SequenceEqual("_id"u8))
            {
                id = ParseId(reader.Value, parser);
            }
            else
            {
                fields.Add(ParseField(reader.NameSpan, reader.Value, parser));
            }
        }

        return id is null
            ? throw new StoreException(StoreErrorCode.GroupWithoutId, "a group specification must include an _id")
            : new GroupSpecification(id, fields.ToImmutable(), scope.Evaluation);
    }

    // A document of one field is the one key there is, and a key that is missing is null; of several, those that are missing stay away.
    private static Expression ParseId(BsonValue value, ExpressionParser parser)
    {
        var id = parser.Parse(value);
        return id is DocumentExpression { Fields: [var (name, field)] }
            ? new DocumentExpression([(name, new FallbackExpression([field, new LiteralExpression(Operand.Null)]))])
            : id;
    }

    private static GroupField ParseField(ReadOnlySpan<byte> name, BsonValue value, ExpressionParser parser)
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
        var expression = accumulator == "$count" ? ParseCount(reader.Value) : parser.Parse(reader.Value);
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
        "$mergeObjects" => () => new MergeAccumulator(),
        "$stdDevPop" => () => new DeviationAccumulator(isSample: false),
        "$stdDevSamp" => () => new DeviationAccumulator(isSample: true),
        _ => throw new StoreException(StoreErrorCode.UnknownGroupOperator, $"unknown group operator '{name}'"),
    };

    private static LiteralExpression ParseCount(BsonValue argument) =>
        argument.Type == BsonType.Document && !new BsonReader(argument.Bytes).Read()
            ? new LiteralExpression(Operand.Of(1))
            : throw new StoreException(StoreErrorCode.TypeMismatch, "$count takes no arguments, i.e. $count:{}");
}
