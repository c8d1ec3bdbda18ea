using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Expressions;
using OwnedData.Mongo.Embedded.Ordering;
using OwnedData.Mongo.Embedded.Projecting;

namespace OwnedData.Mongo.Embedded.Planning;

/// <summary>Parses the stages that shape documents: `$project`, `$addFields`, `$unset`, `$replaceRoot` and their other names.</summary>
internal static class ShapeParser
{
    /// <summary>Null where it is another stage.</summary>
    internal static Shape? Parse(PipelineStage stage, Scope scope) => stage.Name switch
    {
        "$project" => ParseProject(stage.Document() is { IsEmpty: false } projection ? projection : throw Empty(stage), scope),
        "$addFields" or "$set" => ParseAddFields(stage, scope),
        "$unset" => ParseUnset(stage.Argument),
        "$replaceRoot" or "$replaceWith" => ParseReplaceRoot(stage, scope),
        _ => null,
    };

    /// <summary>A projection, of a stage or of a find, in which fields may be computed.</summary>
    internal static Shape ParseProject(BsonDocument projection, Scope scope)
    {
        var computed = new ComputedFields(new ExpressionParser(scope));
        using var flags = new BsonWriter();
        flags.WriteStartDocument();
        Split(projection.Span, prefix: "", computed, flags, BsonComparer.MaxDepth);
        flags.WriteEndDocument();
        if (computed.IsEmpty)
        {
            return Shape.Of(Projection.Parse(projection));
        }

        var inclusion = Projection.Parse(flags.ToDocument(), computed.Paths);
        return Shape.Of(document =>
        {
            using var writer = new BsonWriter();
            inclusion.Write(document.Span, writer);
            return computed.Write(document.Memory, writer.ToDocument());
        });
    }

    private static Shape ParseAddFields(PipelineStage stage, Scope scope)
    {
        var fields = new ComputedFields(new ExpressionParser(scope), (StoreErrorCode)40176);
        fields.AddAll(stage.Document().Span);
        return fields.IsEmpty ? throw Empty(stage) : Shape.Of(document => fields.Write(document.Memory, document));
    }

    private static Shape ParseUnset(BsonValue argument)
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
        return Shape.Of(Projection.Parse(writer.ToDocument()));
    }

    private static Shape ParseReplaceRoot(PipelineStage stage, Scope scope)
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

        var expression = new ExpressionParser(scope).Parse(root);
        return Shape.Of(document => scope.Evaluation.Run(expression, document.Memory) is { Type: BsonType.Document } value
            ? new BsonDocument(value.Bytes)
            : throw new StoreException(StoreErrorCode.NewRootNotDocument, "'newRoot' expression must evaluate to an object"));
    }

    private static StoreException Empty(PipelineStage stage) =>
        new(StoreErrorCode.EmptyProjection, $"Invalid {stage.Name} :: caused by :: specification must have at least one field");

    private static ReadOnlySpan<byte> NameOf(BsonValue value) => value.Type == BsonType.String
        ? value.AsString()
        : throw new StoreException(StoreErrorCode.InvalidUnset, "$unset specification must be a string or an array of strings");

    // Flags go on to the projection, what is computed does not.
    private static void Split(ReadOnlySpan<byte> fields, string prefix, ComputedFields computed, BsonWriter flags, int depthLeft)
    {
        var reader = new BsonReader(fields);
        while (reader.Read())
        {
            var path = prefix + Encoding.UTF8.GetString(reader.NameSpan);
            if (depthLeft == 0)
            {
                throw new StoreException(StoreErrorCode.Overflow, $"A projection is nested deeper than {BsonComparer.MaxDepth} levels");
            }

            if (reader.ElementType == BsonType.Boolean || reader.Value.IsNumber)
            {
                flags.WriteValue(Encoding.UTF8.GetBytes(path), reader.Value);
            }
            else if (reader.ElementType == BsonType.Document && !ExpressionParser.IsOperator(reader.Value) && new BsonReader(reader.ValueSpan).Read())
            {
                Split(reader.ValueSpan, path + ".", computed, flags, depthLeft - 1);
            }
            else if (reader.ElementType == BsonType.Document && !ExpressionParser.IsOperator(reader.Value))
            {
                throw new StoreException(StoreErrorCode.EmptySubProjection, $"An empty sub-projection is not a valid value. Found empty object at path '{path}'");
            }
            else
            {
                computed.Add(FieldPath.Parse(path), reader.Value);
            }
        }
    }
}
