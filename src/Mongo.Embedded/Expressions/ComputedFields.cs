using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;
using OwnedData.Mongo.Embedded.Projecting;

namespace OwnedData.Mongo.Embedded.Expressions;

/// <summary>Paths with what is written there, as `$addFields` and `$project` have them: each value comes from the document as it was.</summary>
/// <param name="parser">Parses the values.</param>
/// <param name="conflict">The code of two paths in each other's way; null for that of projections.</param>
internal sealed class ComputedFields(ExpressionParser parser, StoreErrorCode? conflict = null)
{
    private readonly List<(FieldPath Path, Expression Value)> _fields = [];
    private readonly PathTree _paths = new(conflict);

    internal bool IsEmpty => _fields.Count == 0;

    internal IEnumerable<FieldPath> Paths => _fields.Select(computed => computed.Path);

    internal void Add(FieldPath path, BsonValue value)
    {
        if (path.CheckFieldNames() is { } error)
        {
            throw error;
        }

        if (ExpressionParser.IsOperator(value) && new Operand(BsonType.Document, value.Bytes.ToArray()).Elements().Count > 1)
        {
            throw ExpressionError.Create(40181, $"an expression specification must contain exactly one field, the name of the expression: '{path}'");
        }

        _paths.Add(path);
        _fields.Add((path, parser.Parse(value)));
    }

    /// <summary>Adds all fields of a document; a document inside, unless it is an operator, holds fields of its own.</summary>
    internal void AddAll(ReadOnlySpan<byte> fields, string prefix = "", int depth = 0)
    {
        if (depth > BsonComparer.MaxDepth)
        {
            throw new StoreException(StoreErrorCode.Overflow, $"A stage is nested deeper than {BsonComparer.MaxDepth} levels");
        }

        var reader = new BsonReader(fields);
        while (reader.Read())
        {
            var path = prefix + Encoding.UTF8.GetString(reader.NameSpan);
            if (reader.ElementType == BsonType.Document && !ExpressionParser.IsOperator(reader.Value))
            {
                AddAll(reader.ValueSpan is [5, 0, 0, 0, 0] ? throw EmptyAt(path) : reader.ValueSpan, path + ".", depth + 1);
            }
            else
            {
                Add(FieldPath.Parse(path), reader.Value);
            }
        }
    }

    private static StoreException EmptyAt(string path) => ExpressionError.Create(40180, $"an empty object is not a valid value. Found empty object at path {path}");

    /// <summary>Writes <paramref name="target"/> with the fields, whose values are those of <paramref name="source"/>.</summary>
    internal BsonDocument Write(ReadOnlyMemory<byte> source, BsonDocument target)
    {
        foreach (var (path, expression) in _fields)
        {
            // As in MongoDB, what is written nowhere is not computed, and so not refused.
            if (!FieldWriter.HasPlace(target.Span, path))
            {
                continue;
            }

            using var writer = new BsonWriter();
            FieldWriter.Set(writer, target.Span, path, parser.Scope.Evaluation.Run(expression, source));
            target = writer.ToDocument();
        }

        return target;
    }
}
