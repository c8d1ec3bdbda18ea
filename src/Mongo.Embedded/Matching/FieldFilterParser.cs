using System.Text;
using OwnedData.Bson;
using OwnedData.Mongo.Embedded.Ordering;

namespace OwnedData.Mongo.Embedded.Matching;

/// <summary>Parses what a filter demands of one field: a value to equal, a regular expression, or a document of operators.</summary>
internal static class FieldFilterParser
{
    /// <summary>Adds a node for each operator, all of which must hold.</summary>
    internal static void Parse(FieldPath path, BsonValue value, int depth, List<FilterNode> nodes)
    {
        if (IsOperators(value))
        {
            ParseOperators(path, value.Bytes, depth, nodes);
        }
        else
        {
            nodes.Add(value.Type == BsonType.RegularExpression
                ? new RegexNode(path, RegexPredicate.From(value))
                : ParseComparison(path, ComparisonOperator.Equal, value));
        }
    }

    private static void ParseOperators(FieldPath path, ReadOnlySpan<byte> operators, int depth, List<FilterNode> nodes)
    {
        FilterParser.CheckDepth(depth);
        var reader = new BsonReader(operators);
        while (reader.Read())
        {
            // These two make one predicate, whichever comes first.
            if (reader.NameSpan.SequenceEqual("$regex"u8) || reader.NameSpan.SequenceEqual("$options"u8))
            {
                if (nodes.TrueForAll(node => node is not RegexNode regex || !ReferenceEquals(regex.Path, path)))
                {
                    nodes.Add(new RegexNode(path, RegexOperatorParser.Parse(operators)));
                }
            }
            else
            {
                nodes.Add(ParseOperator(path, reader.NameSpan, reader.Value, depth));
            }
        }
    }

    private static FilterNode ParseOperator(FieldPath path, ReadOnlySpan<byte> name, BsonValue value, int depth)
    {
        var text = Encoding.UTF8.GetString(name);
        return text switch
        {
            "$eq" => ParseComparison(path, ComparisonOperator.Equal, value),
            "$ne" => ParseNotEqual(path, value),
            "$gt" => ParseComparison(path, ComparisonOperator.GreaterThan, RefuseRegex(path, value)),
            "$gte" => ParseComparison(path, ComparisonOperator.GreaterThanOrEqual, RefuseRegex(path, value)),
            "$lt" => ParseComparison(path, ComparisonOperator.LessThan, RefuseRegex(path, value)),
            "$lte" => ParseComparison(path, ComparisonOperator.LessThanOrEqual, RefuseRegex(path, value)),
            "$in" => ParseIn(path, text, value),
            "$nin" => NotNode.Of(ParseIn(path, text, value)),
            "$exists" => IsTrue(value) ? new ExistsNode(path) : NotNode.Of(new ExistsNode(path)),
            "$not" => ParseNot(path, value, depth),
            "$elemMatch" => ParseElemMatch(path, value, depth),
            "$type" => new TypeNode(path, TypeOperatorParser.Parse(value)),
            "$all" => ParseAll(path, value, depth),
            "$size" => NumberOperatorParser.ParseSize(path, value),
            "$bitsAllSet" or "$bitsAnySet" or "$bitsAllClear" or "$bitsAnyClear" => BitTestParser.Parse(path, text, value),
            "$mod" => NumberOperatorParser.ParseModulo(path, value),
            _ => throw new StoreException(StoreErrorCode.BadValue, $"unknown operator: {text}"),
        };
    }

    private static ComparisonNode ParseComparison(FieldPath path, ComparisonOperator comparison, BsonValue value)
    {
        if (value.Type == BsonType.Undefined)
        {
            throw new StoreException(StoreErrorCode.BadValue, "cannot compare to undefined");
        }

        return new ComparisonNode(path, comparison, Operand.From(value));
    }

    private static BsonValue RefuseRegex(FieldPath path, BsonValue value) => value.Type == BsonType.RegularExpression
        ? throw new StoreException(StoreErrorCode.BadValue, $"Can't have RegEx as arg to predicate over field '{path}'.")
        : value;

    private static FilterNode ParseNotEqual(FieldPath path, BsonValue value)
    {
        if (value.Type == BsonType.RegularExpression)
        {
            throw new StoreException(StoreErrorCode.BadValue, "Can't have regex as arg to $ne.");
        }

        return NotNode.Of(ParseComparison(path, ComparisonOperator.Equal, value));
    }

    private static InNode ParseIn(FieldPath path, string name, BsonValue value)
    {
        if (value.Type != BsonType.Array)
        {
            throw new StoreException(StoreErrorCode.BadValue, $"{name} needs an array");
        }

        var operands = new List<Operand>();
        var regexes = new List<RegexPredicate>();
        var reader = new BsonReader(value.Bytes);
        while (reader.Read())
        {
            var operand = reader.Value;
            if (IsOperators(operand))
            {
                throw new StoreException(StoreErrorCode.BadValue, $"cannot nest $ under {name}");
            }

            switch (operand.Type)
            {
                case BsonType.Undefined:
                    throw new StoreException(StoreErrorCode.BadValue, "InMatchExpression equality cannot be undefined");
                case BsonType.RegularExpression:
                    regexes.Add(RegexPredicate.From(operand));
                    break;
                default:
                    operands.Add(Operand.From(operand));
                    break;
            }
        }

        return new InNode(path, operands, regexes);
    }

    private static FilterNode ParseNot(FieldPath path, BsonValue value, int depth)
    {
        if (value.Type == BsonType.RegularExpression)
        {
            return NotNode.Of(new RegexNode(path, RegexPredicate.From(value)));
        }

        if (value.Type != BsonType.Document)
        {
            throw new StoreException(StoreErrorCode.BadValue, "$not needs a regex or a document");
        }

        var nodes = new List<FilterNode>();
        ParseOperators(path, value.Bytes, depth + 1, nodes);
        return nodes.Count > 0
            ? NotNode.Of(AndNode.Of(nodes))
            : throw new StoreException(StoreErrorCode.BadValue, "$not cannot be empty");
    }

    private static PathNode ParseElemMatch(FieldPath path, BsonValue value, int depth)
    {
        if (value.Type != BsonType.Document)
        {
            throw new StoreException(StoreErrorCode.BadValue, "$elemMatch needs an Object");
        }

        var childDepth = depth + path.Length;
        if (!IsOperators(value) || StartsWithTopLevelOperator(value.Bytes))
        {
            return new ElemMatchObjectNode(path, FilterParser.ParseDocument(value.Bytes, childDepth));
        }

        var nodes = new List<FilterNode>();
        ParseOperators(path, value.Bytes, childDepth, nodes);
        return new ElemMatchValueNode(path, AndNode.Of(nodes));
    }

    private static FilterNode ParseAll(FieldPath path, BsonValue value, int depth)
    {
        if (value.Type != BsonType.Array)
        {
            throw new StoreException(StoreErrorCode.BadValue, "$all needs an array");
        }

        var nodes = new List<FilterNode>();
        var reader = new BsonReader(value.Bytes);
        while (reader.Read())
        {
            nodes.Add(reader.Value switch
            {
                { Type: BsonType.RegularExpression } pattern => new RegexNode(path, RegexPredicate.From(pattern)),
                var element when !IsOperators(element) => ParseComparison(path, ComparisonOperator.Equal, element),
                var element when FieldPath.TryFind(element.Bytes, "$elemMatch"u8, out var condition) => ParseElemMatch(path, condition.Value, depth),
                _ => throw new StoreException(StoreErrorCode.BadValue, "no $ expressions in $all"),
            });
        }

        return nodes.Count > 0 ? AndNode.Of(nodes) : ConstantNode.Never;
    }

    // A document whose first name has a dollar is one of operators, unless it is a DBRef: {$ref, $id}.
    private static bool IsOperators(BsonValue value)
    {
        if (value.Type != BsonType.Document)
        {
            return false;
        }

        var reader = new BsonReader(value.Bytes);
        return reader.Read() && reader.NameSpan is [(byte)'$', ..]
            && !(FieldPath.TryFind(value.Bytes, "$ref"u8, out _) && FieldPath.TryFind(value.Bytes, "$id"u8, out _));
    }

    /// <summary>Whether a document that is a condition on its own begins with an operator on a value, not with a field or an operator on documents.</summary>
    internal static bool StartsWithOperator(ReadOnlySpan<byte> condition)
    {
        var reader = new BsonReader(condition);
        return reader.Read() && reader.NameSpan is [(byte)'$', ..] && !StartsWithTopLevelOperator(condition);
    }

    private static bool StartsWithTopLevelOperator(ReadOnlySpan<byte> operators)
    {
        var reader = new BsonReader(operators);
        reader.Read();
        return Encoding.UTF8.GetString(reader.NameSpan) is "$and" or "$or" or "$nor" or "$expr" or "$comment" or "$alwaysTrue" or "$alwaysFalse";
    }

    // What $exists takes for true: anything but false, zero, null and undefined.
    private static bool IsTrue(BsonValue value) => value.Type switch
    {
        BsonType.Boolean => value.AsBoolean(),
        BsonType.Null or BsonType.Undefined => false,
        _ => !value.IsNumber || BsonNumber.Compare(value, new BsonValue(BsonType.Int32, [0, 0, 0, 0])) != 0,
    };
}
