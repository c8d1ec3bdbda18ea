using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Commands;
using OwnedData.Mongo.Embedded.Expressions;
using OwnedData.Mongo.Embedded.Grouping;
using OwnedData.Mongo.Embedded.Matching;
using OwnedData.Mongo.Embedded.Ordering;
using OwnedData.Mongo.Embedded.Querying;

namespace OwnedData.Mongo.Embedded.Planning;

/// <summary>Parses the stages of a pipeline that run one behind the other, and the arguments of those that the planner takes.</summary>
internal static class StageParser
{
    /// <summary>Gives what puts the stage behind a source. One that is unknown is refused by its name.</summary>
    internal static Func<DocumentSource, DocumentSource> Parse(PipelineStage stage, Scope scope)
    {
        if (ShapeParser.Parse(stage, scope) is { } shape)
        {
            return shape.Open;
        }

        switch (stage.Name)
        {
            case "$match":
                var filter = Filter.Parse(stage.Document(), scope);
                return source => new FilteredSource(source, filter);
            case "$sort":
                var sort = SortSpecification.Parse(SortOf(stage));
                return source => new SortedSource(source, sort, long.MaxValue);
            case "$limit":
                var limit = LimitOf(stage);
                return source => new LimitedSource(source, limit);
            case "$unwind":
                return ParseUnwind(stage);
            case "$group":
                var group = GroupSpecification.Parse(stage.Document(), scope);
                return source => new GroupedSource(source, group);
            case "$skip":
                var skip = SkipOf(stage);
                return source => new SkippedSource(source, skip);
            case "$sortByCount":
                return ParseSortByCount(stage, scope);
            case "$bucket":
                return BucketParser.Parse(stage, scope);
            case "$sample":
                var size = SizeOf(stage.Document());
                return source => new SampledSource(source, size);
            case "$count":
                var field = CountFieldOf(stage.Argument);
                return source => new CountedDocuments(source, field);
            default:
                throw new StoreException(StoreErrorCode.UnrecognizedPipelineStage, $"Unrecognized pipeline stage name: '{stage.Name}'");
        }
    }

    internal static BsonDocument SortOf(PipelineStage stage) =>
        stage.Document() is { IsEmpty: false } sort
            ? sort
            : throw new StoreException(StoreErrorCode.EmptySortStage, "$sort stage must have at least one sort key");

    internal static long LimitOf(PipelineStage stage)
    {
        var limit = IntegerOf(stage.Argument) ?? throw new StoreException(StoreErrorCode.InvalidLimitStage, "invalid argument to $limit stage: Expected a number");
        return limit > 0 ? limit : throw new StoreException(StoreErrorCode.LimitNotPositive, "the limit must be positive");
    }

    internal static byte[] CountFieldOf(BsonValue argument)
    {
        if (argument.Type != BsonType.String || argument.AsString().IsEmpty)
        {
            throw new StoreException(StoreErrorCode.InvalidCountField, "the count field must be a non-empty string");
        }

        var field = argument.AsString();
        return field[0] == (byte)'$' || field.ContainsAny((byte)'.', (byte)0)
            ? throw new StoreException(StoreErrorCode.CountFieldIsPath, "the count field cannot be a $-prefixed path, contain '.' or a null byte")
            : field.ToArray();
    }

    private static Func<DocumentSource, DocumentSource> ParseSortByCount(PipelineStage stage, Scope scope)
    {
        var isPath = stage.Argument.Type == BsonType.String && stage.Argument.AsString() is [(byte)'$', ..];
        if (!isPath && !ExpressionParser.IsOperator(stage.Argument))
        {
            throw ExpressionError.Create(
                stage.Argument.Type == BsonType.Document ? 40147 : stage.Argument.Type == BsonType.String ? 40148 : 40149,
                "the sortByCount field must be defined as a $-prefixed path or an expression inside an object");
        }

        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteValue("_id"u8, stage.Argument);
        writer.WriteStartDocument("count"u8);
        writer.WriteInt32("$sum"u8, 1);
        writer.WriteEndDocument();
        writer.WriteEndDocument();
        var group = GroupSpecification.Parse(writer.ToDocument(), scope);
        var order = SortSpecification.Parse(BsonDocument.Parse("""{"count": -1}"""));
        return source => new SortedSource(new GroupedSource(source, group), order, long.MaxValue);
    }

    private static long SkipOf(PipelineStage stage) =>
        IntegerOf(stage.Argument) is >= 0 and var skip
            ? skip
            : throw new StoreException(StoreErrorCode.InvalidSkipStage, "invalid argument to $skip stage: Expected a non-negative number");

    private static long SizeOf(BsonDocument sample)
    {
        var reader = CommandReader.OfPart(sample, "$sample");
        long? size = null;
        while (reader.Read())
        {
            size = reader.Name == "size" ? reader.Int64() : throw reader.Unknown();
        }

        return size switch
        {
            > 0 => size.Value,
            null => throw new StoreException(StoreErrorCode.SampleWithoutSize, "$sample stage must specify a size"),
            _ => throw new StoreException(StoreErrorCode.InvalidSampleSize, "size argument to $sample must be a positive integer"),
        };
    }

    private static Func<DocumentSource, DocumentSource> ParseUnwind(PipelineStage stage)
    {
        if (stage.Argument.Type == BsonType.String)
        {
            var only = UnwoundPath(Encoding.UTF8.GetString(stage.Argument.AsString()));
            return source => new UnwoundSource(source, only, indexField: null, keepsEmpty: false);
        }

        var reader = CommandReader.OfPart(stage.Document(), "$unwind");
        FieldPath? path = null;
        FieldPath? indexField = null;
        var keepsEmpty = false;
        while (reader.Read())
        {
            switch (reader.Name)
            {
                case "path":
                    path = UnwoundPath(reader.String());
                    break;
                case "includeArrayIndex":
                    indexField = FieldPath.Parse(reader.String());
                    break;
                case "preserveNullAndEmptyArrays":
                    keepsEmpty = reader.Boolean();
                    break;
                default:
                    throw reader.Unknown();
            }
        }

        var unwound = path ?? throw new StoreException(StoreErrorCode.UnwindWithoutPath, "no path specified to $unwind stage");
        return indexField?.CheckFieldNames() is { } error ? throw error : source => new UnwoundSource(source, unwound, indexField, keepsEmpty);
    }

    private static FieldPath UnwoundPath(string text)
    {
        if (!text.StartsWith('$'))
        {
            throw new StoreException(StoreErrorCode.UnwindPathWithoutDollar, $"path option to $unwind stage should be prefixed with a '$': {text}");
        }

        var path = FieldPath.Parse(text[1..]);
        return path.CheckFieldNames() is { } error ? throw error : path;
    }

    private static long? IntegerOf(BsonValue value) => value.Type switch
    {
        BsonType.Int32 => value.AsInt32(),
        BsonType.Int64 => value.AsInt64(),
        BsonType.Double when Math.Truncate(value.AsDouble()) == value.AsDouble() => (long)value.AsDouble(),
        _ => null,
    };
}
