using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Expressions;

/// <summary>Paths with what is written there, as `$addFields` and `$project` have them: each value comes from the document as it was.</summary>
internal sealed class ComputedFields
{
    private readonly List<(FieldPath Path, Expression Value)> _fields = [];

    internal bool IsEmpty => _fields.Count == 0;

    internal void Add(FieldPath path, Expression value)
    {
        if (path.CheckFieldNames() is { } error)
        {
            throw error;
        }

        _fields.Add((path, value));
    }

    /// <summary>Adds all fields of a document; a document inside, unless it is an operator, holds fields of its own.</summary>
    internal void AddAll(ReadOnlySpan<byte> fields, string prefix = "")
    {
        var reader = new BsonReader(fields);
        while (reader.Read())
        {
            var path = prefix + Encoding.UTF8.GetString(reader.NameSpan);
            if (reader.ElementType == BsonType.Document && !ExpressionParser.IsOperator(reader.Value) && new BsonReader(reader.ValueSpan).Read())
            {
                AddAll(reader.ValueSpan, path + ".");
            }
            else
            {
                Add(FieldPath.Parse(path), ExpressionParser.Parse(reader.Value));
            }
        }
    }

    /// <summary>Writes <paramref name="target"/> with the fields, whose values are those of <paramref name="source"/>.</summary>
    internal BsonDocument Write(ReadOnlySpan<byte> source, BsonDocument target)
    {
        foreach (var (path, expression) in _fields)
        {
            using var writer = new BsonWriter();
            FieldWriter.Set(writer, target.Span, path, expression.Evaluate(source));
            target = writer.ToDocument();
        }

        return target;
    }
}
