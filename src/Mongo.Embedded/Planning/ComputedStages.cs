using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Expressions;
using OwnedData.Mongo.Embedded.Ordering;
using OwnedData.Mongo.Embedded.Projecting;
using OwnedData.Mongo.Embedded.Querying;

namespace OwnedData.Mongo.Embedded.Planning;

/// <summary>Parses the stages that shape documents.</summary>
internal static class ComputedStages
{
    internal static Func<DocumentSource, DocumentSource> ParseProject(BsonDocument projection)
    {
        var computed = new ComputedFields();
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        var kept = (Count: 0, Id: true, Excluded: (string?)null);
        Split(projection.Span, prefix: "", computed, writer, ref kept);
        if (computed.IsEmpty)
        {
            var plain = Projection.Parse(projection);
            return source => new ProjectedSource(source, plain);
        }

        if (kept.Excluded is { } path)
        {
            throw new StoreException(StoreErrorCode.ExclusionInInclusion, $"Cannot do exclusion on field {path} in inclusion projection");
        }

        // With computed fields only, nothing else stays but the id.
        if (kept.Count == 0 && kept.Id)
        {
            writer.WriteInt32("_id"u8, 1);
        }

        writer.WriteEndDocument();
        var inclusion = kept.Count > 0 || kept.Id ? Projection.Parse(writer.ToDocument()) : null;
        return source => new ComputedSource(source, document => computed.Write(document.Span, Include(inclusion, document)));
    }

    internal static Func<DocumentSource, DocumentSource> ParseAddFields(PipelineStage stage)
    {
        var fields = new ComputedFields();
        fields.AddAll(stage.Document().Span);
        return fields.IsEmpty
            ? throw new StoreException(StoreErrorCode.EmptyProjection, $"Invalid {stage.Name} :: caused by :: specification must have at least one field")
            : source => new ComputedSource(source, document => fields.Write(document.Span, document));
    }

    internal static Func<DocumentSource, DocumentSource> ParseUnset(BsonValue argument)
    {
        using var writer = new BsonWriter();
        writer.WriteStartDocument();
        if (argument.Type == BsonType.Array)
        {
            var names = new BsonReader(argument.Bytes);
            while (names.Read())
            {
                writer.WriteInt32(NameOf(names.Value), 0);
            }
        }
        else
        {
            writer.WriteInt32(NameOf(argument), 0);
        }

        writer.WriteEndDocument();
        var projection = Projection.Parse(writer.ToDocument());
        return source => new ProjectedSource(source, projection);
    }

    internal static Func<DocumentSource, DocumentSource> ParseReplaceRoot(PipelineStage stage)
    {
        var root = stage.Argument;
        if (stage.Name == "$replaceRoot")
        {
            var argument = new BsonReader(stage.Document().Span);
            if (!argument.Read() || !argument.NameSpan.SequenceEqual("newRoot"u8))
            {
                throw new StoreException(StoreErrorCode.MissingField, "BSON field '$replaceRoot.newRoot' is missing but a required field");
            }

            root = argument.Value;
        }

        var expression = ExpressionParser.Parse(root);
        return source => new ComputedSource(source, document => expression.Evaluate(document.Span) is { Type: BsonType.Document } value
            ? new BsonDocument(value.Value.Bytes.ToArray())
            : throw new StoreException(StoreErrorCode.NewRootNotDocument, "'newRoot' expression must evaluate to an object"));
    }

    private static ReadOnlySpan<byte> NameOf(BsonValue value) => value.Type == BsonType.String
        ? value.AsString()
        : throw new StoreException(StoreErrorCode.InvalidUnset, "$unset specification must be a string or an array of strings");

    private static BsonDocument Include(Projection? projection, BsonDocument document)
    {
        if (projection is null)
        {
            return BsonDocument.Empty;
        }

        using var writer = new BsonWriter();
        projection.Write(document.Span, writer);
        return writer.ToDocument();
    }

    // Flags go on to the projection, what is computed does not.
    private static void Split(ReadOnlySpan<byte> fields, string prefix, ComputedFields computed, BsonWriter flags, ref (int Count, bool Id, string? Excluded) kept)
    {
        var reader = new BsonReader(fields);
        while (reader.Read())
        {
            var path = prefix + Encoding.UTF8.GetString(reader.NameSpan);
            if (reader.ElementType == BsonType.Boolean || reader.Value.IsNumber)
            {
                flags.WriteValue(Encoding.UTF8.GetBytes(path), reader.Value);
                var isKept = reader.ElementType == BsonType.Boolean ? reader.Value.AsBoolean() : BsonNumber.Compare(reader.Value, new BsonValue(BsonType.Int32, [0, 0, 0, 0])) != 0;
                kept = path == "_id" ? (kept.Count, isKept, kept.Excluded) : (kept.Count + 1, kept.Id, isKept ? kept.Excluded : path);
            }
            else if (reader.ElementType == BsonType.Document && !ExpressionParser.IsOperator(reader.Value))
            {
                Split(reader.ValueSpan, path + ".", computed, flags, ref kept);
            }
            else
            {
                computed.Add(FieldPath.Parse(path), ExpressionParser.Parse(reader.Value));
            }
        }
    }
}
