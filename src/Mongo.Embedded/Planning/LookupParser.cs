using System.Collections.Immutable;
using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Commands;
using OwnedData.Mongo.Embedded.Expressions;
using OwnedData.Mongo.Embedded.Ordering;
using OwnedData.Mongo.Embedded.Querying;

namespace OwnedData.Mongo.Embedded.Planning;

/// <summary>Parses `$lookup`: by equal fields, by a pipeline with variables, or by both.</summary>
internal static class LookupParser
{
    internal static LaterStage Parse(PipelineStage stage, PipelineParser parser)
    {
        var reader = CommandReader.OfPart(stage.Document(), "$lookup");
        string? from = null;
        FieldPath? localField = null;
        FieldPath? foreignField = null;
        FieldPath? target = null;
        BsonDocument let = default;
        List<BsonDocument>? pipeline = null;
        while (reader.Read())
        {
            switch (reader.Name)
            {
                case "from":
                    from = reader.Value.Type == BsonType.String ? reader.String() : throw ExpressionError.Create(40321, "$lookup argument 'from' must be a string");
                    break;
                case "localField":
                    localField = PathOf(reader.Value, reader.Name);
                    break;
                case "foreignField":
                    foreignField = PathOf(reader.Value, reader.Name);
                    break;
                case "as":
                    target = PathOf(reader.Value, reader.Name);
                    break;
                case "let":
                    let = reader.Value.Type == BsonType.Document ? reader.Document() : throw Failed("$lookup argument 'let: …' must be an object");
                    break;
                case "pipeline":
                    pipeline = reader.Value.Type == BsonType.Array ? reader.Documents() : throw ExpressionError.WrongType("'pipeline' option must be specified as an array");
                    break;
                default:
                    throw Failed($"unknown argument to $lookup: {reader.Name}");
            }
        }

        if (target is null)
        {
            throw Failed("must specify 'as' field for a $lookup");
        }

        if (localField is null != foreignField is null || (pipeline is null && (localField is null || !let.IsEmpty)))
        {
            throw Failed("$lookup requires both or neither of 'localField' and 'foreignField' to be specified, a 'pipeline' where there are none, and one for 'let'");
        }

        var variables = VariablesOf(let, parser, out var inner);
        var lookup = new Lookup(from ?? throw Failed("missing 'from' option to $lookup stage specification"), localField, foreignField, variables, pipeline ?? [], target, parser.Inside(inner), parser.Scope.Evaluation);

        // Refuses what is wrong in the pipeline before any document is read.
        lookup.PlanPipeline([]);
        return new LaterStage((source, connection, context) => new JoinedSource(source, lookup, connection, context));
    }

    private static ImmutableArray<(int Slot, Expression Value)> VariablesOf(BsonDocument let, PipelineParser parser, out Scope inner)
    {
        inner = parser.Scope;
        var variables = ImmutableArray.CreateBuilder<(int, Expression)>();
        var expressions = new ExpressionParser(parser.Scope);
        var reader = new BsonReader(let.Span);
        while (reader.Read())
        {
            Scope.CheckName(reader.NameSpan);
            var value = expressions.Parse(reader.Value);
            inner = inner.With(Encoding.UTF8.GetString(reader.NameSpan), out var slot);
            variables.Add((slot, value));
        }

        return variables.ToImmutable();
    }

    private static FieldPath PathOf(BsonValue value, string name)
    {
        if (value.Type != BsonType.String)
        {
            throw Failed($"$lookup argument '{name}' must be a string, is type {ExpressionError.TypeOf(Operand.From(value))}");
        }

        var path = FieldPath.Parse(value.AsString());
        return path.CheckFieldNames() is { } error ? throw error : path;
    }

    private static StoreException Failed(string message) => new(StoreErrorCode.FailedToParse, message);
}
