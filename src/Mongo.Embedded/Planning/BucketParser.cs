using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Commands;
using OwnedData.Mongo.Embedded.Expressions;
using OwnedData.Mongo.Embedded.Grouping;
using OwnedData.Mongo.Embedded.Ordering;
using OwnedData.Mongo.Embedded.Querying;

namespace OwnedData.Mongo.Embedded.Planning;

/// <summary>Parses `$bucket`: a `$group` by the boundary below the value, in the order of the boundaries, as MongoDB carries it out.</summary>
internal static class BucketParser
{
    internal static Func<DocumentSource, DocumentSource> Parse(PipelineStage stage, Scope scope)
    {
        var reader = stage.Argument.Type == BsonType.Document
            ? CommandReader.OfPart(stage.Document(), "$bucket")
            : throw ExpressionError.Create(40201, "Argument to $bucket stage must be an object");
        Operand? groupBy = null;
        Operand? otherwise = null;
        List<Operand>? boundaries = null;
        var output = BsonDocument.Parse("""{"count": {"$sum": 1}}""");
        while (reader.Read())
        {
            switch (reader.Name)
            {
                case "groupBy":
                    groupBy = Operand.From(reader.Value);
                    break;
                case "boundaries":
                    boundaries = BoundariesOf(reader.Value);
                    break;
                case "default":
                    otherwise = Operand.From(reader.Value);
                    break;
                case "output":
                    output = reader.Document();
                    break;
                default:
                    throw ExpressionError.Create(40197, $"Unrecognized option to $bucket: {reader.Name}.");
            }
        }

        var group = groupBy is { } by && boundaries is not null
            ? GroupSpecification.Parse(Desugar(by, boundaries, otherwise, output), scope)
            : throw ExpressionError.Create(40198, "$bucket requires 'groupBy' and 'boundaries' to be specified.");
        var order = SortSpecification.Parse(BsonDocument.Parse("""{"_id": 1}"""));
        return source => new SortedSource(new GroupedSource(source, group), order, long.MaxValue);
    }

    private static List<Operand> BoundariesOf(BsonValue value)
    {
        var boundaries = value.Type == BsonType.Array ? Operand.From(value).Elements() : throw ExpressionError.Create(40200, "The $bucket 'boundaries' field must be an array");
        if (boundaries.Count < 2)
        {
            throw ExpressionError.Create(40192, "The $bucket 'boundaries' field must have at least 2 values");
        }

        for (var i = 1; i < boundaries.Count; i++)
        {
            if (BsonComparer.GroupOf(boundaries[i].Type) != BsonComparer.GroupOf(boundaries[i - 1].Type))
            {
                throw ExpressionError.Create(40193, "All values in the 'boundaries' option to $bucket must have the same type");
            }

            if (BsonComparer.Compare(boundaries[i - 1].Value, boundaries[i].Value) >= 0)
            {
                throw ExpressionError.Create(40194, "The 'boundaries' option to $bucket must be sorted");
            }
        }

        return boundaries;
    }

    // {_id: {$switch: {branches: [{case: {$and: [{$gte: [by, low]}, {$lt: [by, high]}]}, then: low}, …], default}}, …output}
    private static BsonDocument Desugar(Operand groupBy, List<Operand> boundaries, Operand? otherwise, BsonDocument output)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        writer.WriteStartDocument("_id"u8);
        writer.WriteStartDocument("$switch"u8);
        writer.WriteStartArray("branches"u8);
        for (var i = 1; i < boundaries.Count; i++)
        {
            writer.WriteStartDocument();
            writer.WriteStartDocument("case"u8);
            writer.WriteStartArray("$and"u8);
            WriteComparison(writer, "$gte"u8, groupBy, boundaries[i - 1]);
            WriteComparison(writer, "$lt"u8, groupBy, boundaries[i]);
            writer.WriteEndArray();
            writer.WriteEndDocument();
            WriteLiteral(writer, "then"u8, boundaries[i - 1]);
            writer.WriteEndDocument();
        }

        writer.WriteEndArray();
        if (otherwise is { } value)
        {
            WriteLiteral(writer, "default"u8, value);
        }

        writer.WriteEndDocument();
        writer.WriteEndDocument();
        var fields = new BsonReader(output.Span);
        while (fields.Read())
        {
            writer.WriteValue(fields.NameSpan, fields.Value);
        }

        writer.WriteEndDocument();
        return writer.ToDocument();
    }

    private static void WriteComparison(BsonWriter writer, ReadOnlySpan<byte> name, Operand groupBy, Operand boundary)
    {
        writer.WriteStartDocument();
        writer.WriteStartArray(name);
        writer.WriteValue(groupBy.Value);
        writer.WriteStartDocument();
        writer.WriteValue("$literal"u8, boundary.Value);
        writer.WriteEndDocument();
        writer.WriteEndArray();
        writer.WriteEndDocument();
    }

    private static void WriteLiteral(BsonWriter writer, ReadOnlySpan<byte> name, Operand value)
    {
        writer.WriteStartDocument(name);
        writer.WriteValue("$literal"u8, value.Value);
        writer.WriteEndDocument();
    }
}
